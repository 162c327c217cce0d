import type { Incoming } from '../answers/incoming.ts';
import { type Idempotency, idempotencyKey } from '../dialect/idempotency.ts';
import type { OpenApiDocument } from '../openapi/document-types.ts';
import { memoize } from '../openapi/memoize.ts';
import type { Operation } from '../openapi/operations.ts';
import { hasProfile } from './has-profile.ts';
import type { ServedApi } from './served-api.ts';

const headers = /^(x-)?idempoten(cy|t)(-?key)?$/i;

/** Retries by the header that an operation declares for them; undefined if it declares none. */
export function inferIdempotency({ method, parameters }: Operation): Idempotency | undefined {
  const declared = parameters.find(({ in: place, name }) => place === 'header' && headers.test(name));
  return method === 'post' && declared ? idempotencyKey({ header: declared.name }) : undefined;
}

const customary = idempotencyKey();

/** Retries by the usual header, where it is sent to an API without a profile whose document only mentions them somewhere. */
export function findCustomary(
  api: Pick<ServedApi, 'document' | 'written'>,
  { headers }: Pick<Incoming, 'headers'>,
): Idempotency | undefined {
  if (headers['idempotency-key'] === undefined || hasProfile(api)) return undefined;
  return mentionsRetries(api.document) ? customary : undefined;
}

const mentionsRetries = memoize((document: OpenApiDocument): boolean =>
  /idempoten[ct]/i.test(JSON.stringify(document, (_, value) => (typeof value === 'bigint' ? String(value) : value))),
);
