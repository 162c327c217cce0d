import { randomInt } from 'node:crypto';
import { type Actions, type Lifecycle, magicPrefix, seconds } from 'cais/dialect';

/**
 * An invoice is processed, waits for the city hall, and is issued or not; its description selects the outcome, for trying
 * them out.
 */
export const invoiceLifecycle: Lifecycle = {
  property: 'status',
  initial: 'processing',
  outcome: magicPrefix('description', { REJECT: 'rejected', ERROR: 'error', WAIT: 'waiting' }, 'issued'),
  steps: [
    {
      from: 'processing',
      after: seconds(5),
      to: 'error',
      outcome: 'error',
      change: () => ({
        status_message:
          'O certificado digital da empresa não pôde ser lido. Confira o certificado e emita a nota de novo.',
      }),
    },
    { from: 'processing', after: seconds(5), to: 'waiting' },
    {
      from: 'waiting',
      after: seconds(10),
      to: 'issued',
      outcome: 'issued',
      change: async (_invoice, { at, nextNumber }) => ({
        number: await nextNumber('number'),
        verification_code: verificationCode(),
        issued_at: at.toISOString(),
      }),
    },
    {
      from: 'waiting',
      after: seconds(10),
      to: 'rejected',
      outcome: 'rejected',
      change: ({ service_code }) => ({
        status_message: `O município não reconhece o código de serviço ${service_code} para esta empresa.`,
      }),
    },
  ],
  cancel: { from: ['processing', 'waiting', 'issued'], to: 'canceled' },
};

/** The files of an invoice exist once it is issued, and stay when it is cancelled; only an issued one is sent. */
export const invoiceActions: Actions = {
  property: 'status',
  moves: { pdf: { needs: 'issued_at' }, xml: { needs: 'issued_at' }, sendemail: { from: ['issued'] } },
};

/** As city halls print them: `7KXM-9QPD`, without look-alike letters and digits. */
function verificationCode(): string {
  const characters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
  const four = () => Array.from({ length: 4 }, () => characters[randomInt(characters.length)]).join('');
  return `${four()}-${four()}`;
}
