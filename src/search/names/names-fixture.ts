import type { NamesFile, PageName } from './names-file.ts';
import { readNames } from './read-names.ts';

const page = (url: string, title: string, more: Partial<PageName> = {}): PageName => ({
  url,
  group: url.split('/')[1] === 'reference' ? (url.split('/')[2] ?? '') : 'guides',
  title,
  ...more,
});

const operation = (slug: string, title: string, method: string, path: string, more: Partial<PageName> = {}): PageName =>
  page(`/reference/shop/${slug}`, title, { method, path, base: '/sandbox/shop/v1', id: slug, ...more });

const file: NamesFile = {
  pages: [
    page('/guides/webhooks', 'Receive your first webhook', { sections: [['Create an inbox', 'inbox']] }),
    page('/guides/errors', 'Errors', { sections: [['invalid_json', 'invalid_json']] }),
    page('/guides/invoices', 'All about invoices'),
    page('/reference/shop', 'Shop'),
    operation('listInvoices', 'List invoices', 'GET', '/invoices'),
    operation('createInvoice', 'Issue an invoice', 'POST', '/invoices'),
    operation('getInvoice', 'Get an invoice', 'GET', '/invoices/{invoice_id}'),
    operation('deleteInvoice', 'Void an invoice', 'DELETE', '/invoices/{invoice_id}'),
    operation('getInvoiceV0', 'Get an invoice', 'GET', '/v0/invoices/{invoice_id}', { deprecated: true }),
    operation('listParcels', 'List parcels', 'GET', '/parcels'),
  ],
  words:
    'invoice invoices webhook webhooks errors customer parcels list issue get void inbox first receive invalid json invalid_json signature idempotency configuração about',
  meanings: [
    { words: 'criar emitir create issue', methods: ['POST'] },
    { words: 'apagar excluir delete remove', methods: ['DELETE'] },
    { words: 'nota fatura invoice factura' },
    { words: 'parcel envio encomenda' },
  ],
  ignored: 'a an the uma how to',
};

/** The names of a small portal, for tests. */
export const shopNames = readNames(file);
