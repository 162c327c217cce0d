import type { OperationHandler } from '../../../server/dialect/handlers/operation-handler.ts';
import type { RecordBody } from '../../../server/dialect/record-body.ts';

/** Buys a payable whose link allows it, once, and gives the buyer the term of assignment to sign. */
export const createPurchase: OperationHandler = async (call) => {
  const { payableId } = call.body as { payableId: string };
  const payable = await call.store('payables').follow(payableId, 'purchase');
  const answer = await call.proceed();
  // Without a payable the purchase has just been refused.
  const { id, buyerId, price } = answer.body as RecordBody;
  const buyer = await call.store('buyers').find(String(buyerId));
  const signature = await call
    .store('signatures')
    .add({ buyerId, purchaseId: id, title: `Cessão do título ${payable?.externalId}`, status: 'UNAPPROVED' });
  await call.store('documents').add({
    buyerId,
    signatureId: signature.id,
    title: 'Termo de cessão',
    content: `${payable?.supplierName} cede a ${buyer?.name} o título ${payable?.externalId}, de ${reais(payable?.amount)}, por ${reais(price)}, com pagamento em ${dayOf(payable?.paymentDate)}.`,
  });
  return answer;
};

function reais(amount: unknown): string {
  return Number(amount).toLocaleString('pt-BR', { style: 'currency', currency: 'BRL' }).replace(/\s/g, ' ');
}

function dayOf(date: unknown): string {
  return String(date).split('-').reverse().join('/');
}
