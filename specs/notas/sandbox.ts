import { errorList } from '../../server/dialect/errors/error-list.ts';
import { pageNumber } from '../../server/dialect/pagination/page-number.ts';
import { pageOf, totalPagesOf } from '../../server/dialect/pagination/pager.ts';
import { defineProfile } from '../../server/dialect/profile.ts';

export const profile = defineProfile({
  errors: errorList,
  pagination: pageNumber({
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
  linkHeader: true,
  mainRecords: { '/company': 'companies' },
  resources: {
    companies: { idPrefix: 'com_', onDelete: { status: 'inactive' } },
    customers: { idPrefix: 'cus_', unique: ['external_id'] },
    serviceinvoices: { idPrefix: 'inv_', references: { customer_id: 'customers' }, onDelete: { status: 'canceled' } },
  },
});
