import type { IncomingHttpHeaders } from 'node:http';
import { Refusal } from '../answers/refusal.ts';
import { say } from '../answers/say.ts';
import type { OwnTexts } from '../answers/texts.ts';

/** A convention for retrying a request without executing it twice. */
export interface Idempotency {
  /** A name for people. */
  name: OwnTexts;
  /** Milliseconds for which the first response is stored. */
  lifetime: number;
  /** Headers that mark a replayed response. */
  replayed: Record<string, string>;
  /** The key of a request; undefined if it has none, or its method needs none. */
  find(method: string, headers: IncomingHttpHeaders): string | undefined;
}

const maxLength = 255;

/** A header with a key chosen by the caller, on POST: the same key returns the same response for `hours`. */
export function idempotencyKey({
  header = 'Idempotency-Key',
  hours = 24,
}: {
  header?: string;
  hours?: number;
} = {}): Idempotency {
  return {
    name: say('conventions.idempotency', { header, hours }),
    lifetime: hours * 60 * 60 * 1000,
    replayed: { 'idempotent-replayed': 'true' },
    find: (method, headers) => {
      const sent = headers[header.toLowerCase()];
      if (method !== 'POST' || sent === undefined) return undefined;
      const key = Array.isArray(sent) ? sent.join(', ') : sent;
      // An empty RFC 9651 string (`""`) is as invalid as an empty field.
      if (key === '' || key === '""' || key.length > maxLength || /\p{Cc}/u.test(key)) throw malformed(header);
      return key;
    },
  };
}

function malformed(header: string): Refusal {
  return new Refusal('invalid_idempotency_key', say('idempotency.malformed', { header, maxLength }));
}
