import { type OperationHandler, Refusal } from 'cais/dialect';

/** Issues an invoice, unless its company was deactivated. */
export const createServiceInvoice: OperationHandler = async (call) => {
  const id = String(call.parameters.path.company_id);
  const company = await call.store('companies').find(id);
  if (company?.status === 'inactive') throw companyInactive(id);
  return call.proceed();
};

function companyInactive(id: string): Refusal {
  return new Refusal('invalid_state', {
    en: `The company ${id} is inactive and issues no invoices. Activate it with POST /companies/${id}/activate.`,
    pt: `A empresa ${id} está desativada e não emite notas. Ative-a com POST /companies/${id}/activate.`,
    es: `La empresa ${id} está desactivada y no emite facturas. Actívala con POST /companies/${id}/activate.`,
  });
}
