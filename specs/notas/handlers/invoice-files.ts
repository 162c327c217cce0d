import type { Answer, OperationCall, OperationHandler } from 'cais/dialect';
import { type Company, fileName, type Invoice } from './invoice.ts';
import { invoicePdf } from './invoice-pdf.ts';

/** An invoice is also available as a PDF, by `Accept`. */
export const getServiceInvoice: OperationHandler = (call) =>
  call.mediaType === 'application/pdf' ? printed(call) : call.proceed();

/** The PDF at its own address. */
export const getServiceInvoicePdf: OperationHandler = (call) => printed(call);

/** The XML at its own address: the same as the invoice with `Accept: application/xml`. */
export const getServiceInvoiceXml: OperationHandler = async (call) => {
  const invoice = await call.record();
  return { ...call.answer(invoice), headers: inline(fileName(invoice as unknown as Invoice, 'xml')) };
};

async function printed(call: OperationCall): Promise<Answer> {
  const invoice = (await call.record('pdf')) as unknown as Invoice;
  const company = (await call.store('companies').find(invoice.company_id)) as Company | undefined;
  return {
    status: 200,
    headers: inline(fileName(invoice, 'pdf')),
    mediaType: 'application/pdf',
    body: invoicePdf(invoice, company),
  };
}

function inline(name: string): Record<string, string> {
  return { 'content-disposition': `inline; filename="${name}"` };
}
