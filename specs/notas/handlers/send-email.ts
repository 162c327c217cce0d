import { bodyIssue, invalidFields, type OperationHandler } from 'cais/dialect';
import { type Company, fileName, type Invoice } from './invoice.ts';

/** "Sends" an invoice to its customer: a sandbox contacts no one, so the e-mail is stored in the workspace's outbox. */
export const sendServiceInvoiceEmail: OperationHandler = async (call) => {
  const invoice = (await call.record()) as unknown as Invoice;
  const company = (await call.store('companies').find(invoice.company_id)) as unknown as Company;
  const to = await recipientOf(call, invoice);
  const address = `${new URL(call.baseUrl).pathname}/companies/${company.id}/serviceinvoices/${invoice.id}`;
  const name = invoice.number ? `nº ${invoice.number}` : invoice.id;
  const email = await call.store('outbox').add({
    from: company.email,
    to,
    subject: `Nota fiscal de serviço ${name} de ${company.name}`,
    body: `Olá,\n\nsegue a nota fiscal de serviço ${name}, no valor de R$ ${invoice.amount.replace('.', ',')}:\n${invoice.description}\n\n${company.name}`,
    attachments: [
      { filename: fileName(invoice, 'pdf'), media_type: 'application/pdf', href: `${address}/pdf` },
      { filename: fileName(invoice, 'xml'), media_type: 'application/xml', href: `${address}/xml` },
    ],
    company_id: company.id,
    invoice_id: invoice.id,
  });
  return call.answer(email);
};

/** The customer's current address, or the one stored in the invoice if the customer was deleted. */
async function recipientOf(call: Parameters<OperationHandler>[0], { customer_id, customer }: Invoice): Promise<string> {
  const known = (await call.store('customers').find(customer_id)) as { email?: string } | undefined;
  const to = known?.email ?? customer?.email;
  if (to) return to;
  throw invalidFields([bodyIssue('customer_id', 'reference', { store: 'customers' })]);
}
