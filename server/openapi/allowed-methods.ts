import type { Method } from './document-types.ts';

/** The value of `Allow` (RFC 9110, 10.2.1) for the declared methods; GET implies HEAD, and OPTIONS is always allowed. */
export function allowedMethods(declared: Iterable<Method>): string {
  const methods = new Set([...declared].map((method) => method.toUpperCase()));
  if (methods.has('GET')) methods.add('HEAD');
  return [...methods.add('OPTIONS')].join(', ');
}
