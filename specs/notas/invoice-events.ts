import { createHash } from 'node:crypto';
import { type DataFacts, type EventData, type EventRules, type RecordBody, xml } from 'cais/dialect';
import type { Company, Invoice } from './handlers/invoice.ts';
import { invoicePdf } from './handlers/invoice-pdf.ts';

/** The document is the invoice; the operation is its issuance, which excludes cancellation; the assets are its files. */
export const invoiceEvents: EventRules = {
  name: 'document',
  states: {
    processing: ['document_processing', 'operation_processing'],
    waiting: ['document_waiting', 'operation_waiting'],
    issued: ['document_success', 'operation_success', 'asset_available'],
    rejected: ['document_rejected', 'operation_rejected'],
    error: ['document_error', 'operation_error'],
    canceled: ['document_canceled'],
  },
  data: async (type, shown, facts) => {
    if (type.startsWith('operation_')) return [{ operation: operationOf(type, shown, facts) }];
    return type === 'asset_available' ? assetsOf(shown, facts) : undefined;
  },
};

/** What was asked for, and where it stands. */
function operationOf(type: string, invoice: RecordBody, { at }: DataFacts): RecordBody {
  return {
    id: String(invoice.id).replace(/^inv_/, 'opr_'),
    kind: 'issue',
    status: type.replace('operation_', ''),
    message: invoice.status_message ?? null,
    document: { id: invoice.id, href: linkOf(invoice, 'self') },
    created_at: invoice.created_at,
    updated_at: at,
  };
}

/** The PDF and the XML, as they can be downloaded when the event happens. */
async function assetsOf(shown: RecordBody, { document, find }: DataFacts): Promise<EventData[]> {
  const invoice = shown as unknown as Invoice;
  const company = (await find('companies', invoice.company_id)) as Company | undefined;
  const schema = { $ref: '#/components/schemas/ServiceInvoice' };
  const files: [kind: string, mediaType: string, content: Buffer | string][] = [
    ['pdf', 'application/pdf', invoicePdf(invoice, company)],
    ['xml', 'application/xml', xml.write?.(shown, { document, schema }) ?? ''],
  ];
  return files.map(([kind, mediaType, content]) => ({
    asset: {
      kind,
      media_type: mediaType,
      href: linkOf(shown, kind),
      size: Buffer.byteLength(content),
      digest: `sha-256=:${createHash('sha256').update(content).digest('base64')}:`,
      document: { id: invoice.id, href: linkOf(shown, 'self') },
    },
  }));
}

function linkOf({ links }: RecordBody, rel: string): string | undefined {
  return (links as { rel: string; href: string }[]).find((link) => link.rel === rel)?.href;
}
