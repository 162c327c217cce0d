import type { OperationHandler, RecordBody } from 'cais/dialect';

/** Buys a payable whose link allows it, once, and gives the buyer the term of assignment and the notice to the sponsor to sign. */
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
  const sponsor = await call.store('sponsors').find(String(payable?.sponsorId));
  const [title, amount, day] = [payable?.externalId, reais(payable?.amount), dayOf(payable?.paymentDate)];
  const documents = call.store('documents');
  await documents.add({
    buyerId,
    signatureId: signature.id,
    type: 'ASSIGNMENT_TERM',
    title: 'Termo de cessão',
    content: `${payable?.supplierName} cede a ${buyer?.name} o título ${title}, de ${amount}, por ${reais(price)}, com pagamento em ${day}.`,
  });
  await documents.add({
    buyerId,
    signatureId: signature.id,
    type: 'SPONSOR_NOTICE',
    title: 'Notificação ao sacado',
    content: `${sponsor?.name} pagará o título ${title}, de ${amount}, em ${day}, a ${buyer?.name}.`,
  });
  return answer;
};

function reais(amount: unknown): string {
  return Number(amount).toLocaleString('pt-BR', { style: 'currency', currency: 'BRL' }).replace(/\s/g, ' ');
}

function dayOf(date: unknown): string {
  return String(date).split('-').reverse().join('/');
}
