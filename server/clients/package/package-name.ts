import type { ApiDocument } from '../../openapi/load-api.ts';

/** The name under which the client of an API is installed. */
export function packageName({ slug }: Pick<ApiDocument, 'slug'>): string {
  const plain = slug.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return `@cais/${plain.replace(/[^a-z0-9-]+/g, '-').replace(/^-+|-+$/g, '') || 'api'}`;
}

/** The document's version as npm takes one: `v2` becomes 2.0.0, and `2026-06-30` becomes 2026.6.30. */
export function packageVersion({ version }: Pick<ApiDocument, 'version'>): string {
  const text = String(version).trim();
  if (/^\d+\.\d+\.\d+(-[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*)?$/.test(text) && !/(^|\.)0\d/.test(text)) return text;
  const numbers = (text.match(/\d+/g) ?? []).slice(0, 3).map((digits) => Number(digits));
  return [0, 1, 2].map((index) => Math.min(numbers[index] ?? 0, Number.MAX_SAFE_INTEGER)).join('.');
}
