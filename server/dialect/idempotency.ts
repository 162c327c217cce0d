import type { IncomingHttpHeaders } from 'node:http';
import { Refusal } from '../answers/refusal.ts';
import type { Texts } from '../answers/texts.ts';

/** A convention of sending a request again without doing it twice. */
export interface Idempotency {
  /** How people call it. */
  name: Texts;
  /** Milliseconds for which the first answer is kept. */
  lifetime: number;
  /** Marks an answer that was given before. */
  replayed: Record<string, string>;
  /** The key of a request of this method; undefined when it has none, or needs none. */
  find(method: string, headers: IncomingHttpHeaders): string | undefined;
}

const longest = 255;

/** A key of the caller's choice, in a header of every POST: the same key gives the same answer for so many hours. */
export function idempotencyKey({
  header = 'Idempotency-Key',
  hours = 24,
}: {
  header?: string;
  hours?: number;
} = {}): Idempotency {
  return {
    name: {
      en: `${header} on POST, kept ${hours} h`,
      pt: `${header} em POST, guardada por ${hours} h`,
    },
    lifetime: hours * 60 * 60 * 1000,
    replayed: { 'idempotent-replayed': 'true' },
    find: (method, headers) => {
      const sent = headers[header.toLowerCase()];
      if (method !== 'POST' || sent === undefined) return undefined;
      const key = Array.isArray(sent) ? sent.join(', ') : sent;
      // A field that holds an empty string as RFC 9651 writes it is as empty as one that holds nothing.
      if (key === '' || key === '""' || key.length > longest || /\p{Cc}/u.test(key)) throw malformed(header);
      return key;
    },
  };
}

function malformed(header: string): Refusal {
  return new Refusal('invalid_idempotency_key', {
    en: `${header} must have 1 to ${longest} characters, and no control characters. A UUID is a good key.`,
    pt: `${header} deve ter de 1 a ${longest} caracteres, sem caracteres de controle. Um UUID é uma boa chave.`,
  });
}
