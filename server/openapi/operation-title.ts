import { madeIds, type Operation } from './operations.ts';

/**
 * What an operation is called where people read: its summary, else the words of its operationId, else its method and path, where the
 * operationId is only these two.
 */
export function titleOf({
  operation,
  id,
  method,
  path,
}: Pick<Operation, 'operation' | 'id' | 'method' | 'path'>): string {
  const summary = operation.summary?.trim();
  if (summary) return summary;
  return madeIds(method, path).includes(id) ? `${method.toUpperCase()} ${path}` : wordsOf(id);
}

/** Turns `createServiceInvoice` or `service_invoices` into `Create service invoice` and `Service invoices`; abbreviations stay. */
export function wordsOf(name: string): string {
  const words = name
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, '$1 $2')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter(Boolean)
    .map((word) => (/^\p{Lu}[\p{Lu}\d]+$/u.test(word) ? word : word.toLowerCase()));
  const text = words.join(' ');
  return text ? text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()) : name;
}
