import type { OperationSlugs } from '../../documents/operation-page.ts';
import { callHash } from '../link/call-link.ts';
import { readPath } from '../resend/read-path.ts';

/** An API that can be called, and its operations. */
export interface CalledApi {
  slug: string;
  /** Where its operations are: the server's address, and its path. */
  base: string;
  operations: OperationSlugs;
}

/** The page of an operation whose console is filled with values for its path and query. */
export function addressOfCall(api: string, slug: string, fields: [key: string, value: string][]): string {
  return `/reference/${api}/${slug}${callHash(fields)}`;
}

/** Where a text of an answer leads to: the page of the operation that reads it, another address, or nowhere. */
export function findTarget(api: CalledApi, text: string, method = 'GET'): string | undefined {
  const isAddress = /^https?:\/\/[^\s"<>]+$/.test(text);
  if (!isAddress && !/^\/[^\s"<>/][^\s"<>]*$/.test(text)) return undefined;
  const [whole = '', query = ''] = text.split('#')[0]?.split('?') ?? [];
  const { origin, pathname } = new URL(api.base);
  const path = isAddress ? (whole.startsWith(origin) ? whole.slice(origin.length) : undefined) : whole;
  const own = path === undefined ? undefined : pathIn(path, pathname.replace(/\/$/, ''));
  const found = own === undefined ? undefined : findOperation(api.operations, method, own);
  if (!found) return isAddress ? text : undefined;
  const values = [...found.values].map(([name, value]): [string, string] => [`path.${name}`, value]);
  const asked = [...new URLSearchParams(query)].map(([name, value]): [string, string] => [`query.${name}`, value]);
  return addressOfCall(api.slug, found.slug, [...values, ...asked]);
}

function pathIn(path: string, base: string): string {
  return base !== '' && path.startsWith(`${base}/`) ? path.slice(base.length) : path;
}

/** The operation of a method at a path, and the values of its path's parameters; one with fewer parameters says more. */
function findOperation(operations: OperationSlugs, method: string, path: string) {
  const found = operations
    .filter(([, , itsMethod, template]) => itsMethod === method && /[^/{}]/.test(template.replace(/\{[^}]+\}/g, '')))
    .flatMap(([, slug, , template]) => {
      const values = path.startsWith('/') && isWhole(path, template) ? readPath(path, template) : undefined;
      return values ? [{ slug, values }] : [];
    });
  return found.toSorted((one, other) => one.values.size - other.values.size)[0];
}

function isWhole(path: string, template: string): boolean {
  return path.replace(/\/$/, '').split('/').length === template.replace(/\/$/, '').split('/').length;
}

/** The operations that read a record by the one parameter of their path, by its name. */
export function recordReaders(operations: OperationSlugs): Map<string, string> {
  const reading = operations.filter(([, , method, path]) => method === 'GET' && path.split('{').length === 2);
  const named = reading.flatMap(([, slug, , path]): [string, string][] => {
    const name = /\/\{([^}]+)\}$/.exec(path)?.[1];
    return name !== undefined && name.length > 2 ? [[name, slug]] : [];
  });
  return new Map(named.toReversed());
}
