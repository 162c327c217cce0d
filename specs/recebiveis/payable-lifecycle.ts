import { type Actions, type EventRules, type Lifecycle, magicPrefix, seconds } from 'cais/dialect';
import { times } from './times.ts';

/**
 * A payable is processed in the background and comes to the market or not; its invoice number selects the outcome, for
 * trying them out.
 */
export const payableLifecycle: Lifecycle = {
  property: 'status',
  initial: 'PROCESSING',
  outcome: magicPrefix('invoiceNumber', { REJECT: 'REJECTED' }, 'AVAILABLE'),
  steps: [
    {
      from: 'PROCESSING',
      after: seconds(5),
      to: 'REJECTED',
      outcome: 'REJECTED',
      change: ({ invoiceNumber }, { at }) => ({
        processedAt: times.write(at),
        rejectionReasons: [`A nota ${invoiceNumber} não foi encontrada na base do sacado.`],
      }),
    },
    {
      from: 'PROCESSING',
      after: seconds(5),
      to: 'AVAILABLE',
      change: (_payable, { at }) => ({ processedAt: times.write(at) }),
    },
  ],
};

/** A sold payable stays sold and cannot be removed; a rejected or cancelled one must be published again. */
export const payableActions: Actions = {
  property: 'status',
  moves: {
    update: { from: ['PROCESSING', 'AVAILABLE'] },
    delete: { from: ['PROCESSING', 'AVAILABLE', 'REJECTED', 'CANCELED'] },
    cancel: { from: ['PROCESSING', 'AVAILABLE'], to: 'CANCELED' },
    purchase: { from: ['AVAILABLE'], to: 'PURCHASED' },
  },
};

export const payableEvents: EventRules = {
  name: 'payable',
  changed: ['payable_updated'],
  deleted: ['payable_deleted'],
  states: {
    PROCESSING: ['payable_processing'],
    AVAILABLE: ['payable_available'],
    REJECTED: ['payable_rejected'],
    PURCHASED: ['payable_purchased'],
    CANCELED: ['payable_canceled'],
  },
};
