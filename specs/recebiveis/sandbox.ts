import {
  camelCaseEvent,
  defineProfile,
  directionSort,
  fieldFilters,
  halLinks,
  halPage,
  notificationError,
  pageNumber,
  searchLanguage,
} from 'cais/dialect';
import { createPurchase } from './handlers/create-purchase.ts';
import { getPayableProcess } from './handlers/payable-process.ts';
import { derivePrice } from './handlers/purchase-price.ts';
import { payableActions, payableEvents, payableLifecycle } from './payable-lifecycle.ts';
import { times } from './times.ts';

export const profile = defineProfile({
  errors: notificationError,
  statuses: { invalid_fields: 400, unsupported_media_type: 400, not_acceptable: 400, too_large: 400 },
  times,
  pagination: pageNumber({ page: 'page', perPage: 'size', first: 0, size: 20, max: 100 }),
  pageBody: halPage,
  sort: directionSort(),
  filters: searchLanguage(fieldFilters()),
  links: halLinks,
  events: camelCaseEvent,
  handlers: { createPurchase, getPayableProcess },
  resources: {
    sponsors: { idPrefix: 'spn_', links: { createPayable: 'createPayable' }, foreign: ['spn_6y4t8w2q9n5k3v7j'] },
    payables: {
      idPrefix: 'pay_',
      unique: ['externalId'],
      lifecycle: payableLifecycle,
      actions: payableActions,
      links: { update: 'updatePayable', delete: 'deletePayable', purchase: 'createPurchase' },
      events: payableEvents,
    },
    buyers: { idPrefix: 'buy_', links: { createPurchase: 'createPurchase' }, foreign: ['buy_9n3k7c5x2v8q4w6t'] },
    purchases: {
      idPrefix: 'pur_',
      references: { payableId: 'payables' },
      derive: derivePrice,
      events: { name: 'purchase', created: ['purchase_created'] },
    },
    signatures: {
      idPrefix: 'sig_',
      references: { purchaseId: 'purchases' },
      actions: {
        property: 'status',
        moves: {
          approve: { from: ['UNAPPROVED'], to: 'APPROVED' },
          unapprove: { from: ['APPROVED'], to: 'UNAPPROVED' },
        },
      },
      events: {
        name: 'signature',
        created: ['signature_requested'],
        states: { APPROVED: ['signature_approved'], UNAPPROVED: ['signature_unapproved'] },
      },
    },
    documents: { idPrefix: 'doc_' },
  },
});
