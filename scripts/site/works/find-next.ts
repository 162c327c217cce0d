import { writtenOrigin } from '../mark-runnable.ts';
import type { PageParameter } from './page-parameters.ts';
import type { Answer } from './session.ts';

/** Where a page tells of the next one: an address, or a value for a parameter. */
export interface NextPage {
  /** `Link`, a path in the body, or nothing where the caller counts. */
  place?: string;
  isHeader?: boolean;
  /** Path and query of the next page. */
  address?: string;
  query?: Record<string, string>;
}

const nextNames = /next|pr[oó]xim|siguiente|seguinte/i;

/** Finds where a page tells of the next one; undefined where it tells of none, and nothing can be counted. */
export function findNext(answer: Answer, parameters: PageParameter[], size: number): NextPage | undefined {
  const [, link] = /<([^<>]+)>\s*;\s*rel="?next"?/.exec(answer.headers.link ?? '') ?? [];
  if (link) return { place: 'Link', isHeader: true, address: withoutOrigin(link) };
  const cursor = parameters.find(({ kind }) => kind === 'cursor');
  for (const { path, value } of valuesOf(answer.json, '')) {
    if (!nextNames.test(path) || value === '') continue;
    if (/^https?:|^\//.test(value)) return { place: path, address: withoutOrigin(value) };
    if (cursor) return { place: path, query: { [cursor.name]: value } };
  }
  const counted = parameters.find(({ kind }) => kind === 'page') ?? parameters.find(({ kind }) => kind === 'offset');
  if (!counted) return undefined;
  return { query: { [counted.name]: String(counted.kind === 'page' ? Number(counted.first) + 1 : size) } };
}

function withoutOrigin(url: string): string {
  return url.startsWith(writtenOrigin) ? url.slice(writtenOrigin.length) : url;
}

/** The texts and numbers around a list, with their paths. */
function valuesOf(value: unknown, path: string): { path: string; value: string }[] {
  if (typeof value === 'string' || typeof value === 'number') return [{ path, value: String(value) }];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([name, inner]) => valuesOf(inner, path === '' ? name : `${path}.${name}`));
}
