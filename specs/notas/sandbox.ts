import {
  cursorPager,
  defineProfile,
  eitherPager,
  entityTags,
  errorList,
  fieldFilters,
  fieldSelection,
  fixedWindow,
  form,
  idempotencyKey,
  linkList,
  offsetLimit,
  pageNumber,
  pageOf,
  signedSort,
  totalPagesOf,
  wrappedEvent,
  xml,
} from 'cais/dialect';
import { captureCharge } from './handlers/capture-charge.ts';
import { createServiceInvoice } from './handlers/create-invoice.ts';
import { getServiceInvoice, getServiceInvoicePdf, getServiceInvoiceXml } from './handlers/invoice-files.ts';
import { sendServiceInvoiceEmail } from './handlers/send-email.ts';
import { invoiceEvents } from './invoice-events.ts';
import { invoiceActions, invoiceLifecycle } from './invoice-lifecycle.ts';

const week = 7 * 24 * 60 * 60;

export const profile = defineProfile({
  errors: errorList,
  pagination: eitherPager(
    pageNumber({
      page: 'page',
      perPage: 'per_page',
      size: 50,
      max: 100,
      headers: (page) => ({
        'Current-Page': String(pageOf(page)),
        'Total-Pages': String(totalPagesOf(page)),
        'Per-Page': String(page.limit),
        'X-Total-Count': String(page.total),
      }),
    }),
    offsetLimit({ offset: 'offset', limit: 'limit', size: 20, max: 100 }),
  ),
  linkHeader: true,
  filters: fieldFilters(),
  sort: signedSort(),
  fields: fieldSelection(),
  links: linkList,
  formats: [form, xml],
  limits: fixedWindow({ requests: 120, seconds: 60 }),
  idempotency: idempotencyKey({ hours: 24 }),
  caching: entityTags({ maxAge: { cities: week, service_codes: week } }),
  events: wrappedEvent,
  // Clients of this dialect do not know 412.
  statuses: { not_offered: 409 },
  handlers: {
    createServiceInvoice,
    getServiceInvoice,
    getServiceInvoicePdf,
    getServiceInvoiceXml,
    sendServiceInvoiceEmail,
    captureCharge,
  },
  mainRecords: { '/company': 'companies' },
  resources: {
    companies: {
      idPrefix: 'com_',
      unique: ['federal_tax_number'],
      onDelete: { status: 'inactive' },
      actions: { property: 'status', moves: { activate: { to: 'active' } } },
    },
    customers: { idPrefix: 'cus_', unique: ['external_id'] },
    serviceinvoices: {
      idPrefix: 'inv_',
      unique: ['external_id'],
      references: { customer_id: 'customers' },
      embeds: { customer: 'customer_id' },
      lifecycle: invoiceLifecycle,
      actions: invoiceActions,
      events: invoiceEvents,
    },
    charges: {
      idPrefix: 'chg_',
      unique: ['external_id'],
      references: { customer_id: 'customers' },
      events: { name: 'charge', created: ['charge_authorized'], changed: ['charge_captured'] },
    },
    outbox: { idPrefix: 'eml_', references: { company_id: 'companies', invoice_id: 'serviceinvoices' } },
    products: {
      idPrefix: 'prd_',
      pagination: cursorPager({ cursor: 'cursorMark', start: '*', limit: 'limit', size: 20, max: 100 }),
    },
  },
});
