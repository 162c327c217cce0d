import { type Idempotency, idempotencyKey } from '../dialect/idempotency.ts';
import type { Operation } from '../openapi/operations.ts';

const headers = /^(x-)?idempoten(cy|t)(-?key)?$/i;

/** Retries by the header that an operation declares for them; undefined if it declares none. */
export function inferIdempotency({ method, parameters }: Operation): Idempotency | undefined {
  const declared = parameters.find(({ in: place, name }) => place === 'header' && headers.test(name));
  return method === 'post' && declared ? idempotencyKey({ header: declared.name }) : undefined;
}
