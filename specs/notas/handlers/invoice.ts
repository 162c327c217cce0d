/** A company or a customer, as shown on an invoice. */
export interface Party {
  name: string;
  federal_tax_number: string;
  email?: string;
  address?: Record<string, string | null>;
}

export interface Company extends Party {
  id: string;
}

/** An invoice as it is stored: the document's `ServiceInvoice`. */
export interface Invoice {
  id: string;
  company_id: string;
  customer_id: string;
  customer?: Party & { id: string };
  status: string;
  status_message?: string | null;
  number?: number | null;
  verification_code?: string | null;
  service_code: string;
  description: string;
  service_date: string;
  line_items?: { description: string; quantity?: number; unit_price: string }[];
  amount: string;
  deductions_amount?: string;
  taxes?: { type: string; rate: number; amount: string; withheld?: boolean }[];
  additional_information?: string | null;
  issued_at?: string | null;
}

/** The file name of an invoice: its number once it has one. */
export function fileName({ id, number }: Pick<Invoice, 'id' | 'number'>, extension: 'pdf' | 'xml'): string {
  return `nota-${number ?? id}.${extension}`;
}
