import type { Ajv2020, FuncKeywordDefinition } from 'ajv/dist/2020.js';

/** Ajv compares every two items, which takes half a minute for one MiB of small objects; this looks each up once. */
const uniqueItems: FuncKeywordDefinition = {
  keyword: 'uniqueItems',
  type: 'array',
  schemaType: 'boolean',
  validate: (isWanted: boolean, items: unknown[]) => {
    if (!isWanted) return true;
    const seen = new Set<unknown>();
    for (const item of items) {
      const isText = typeof item === 'string';
      const key = isText ? `text ${item}` : typeof item === 'object' && item !== null ? canonical(item) : item;
      if (seen.has(key)) return false;
      seen.add(key);
    }
    return true;
  },
};

/** Replaces Ajv's `uniqueItems`, which is quadratic. */
export function addUniqueItems(ajv: Ajv2020): void {
  ajv.removeKeyword('uniqueItems');
  ajv.addKeyword(uniqueItems);
}

/** A text that equal values share, whatever the order of their properties. */
function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? '';
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  const parts = value as Record<string, unknown>;
  const names = Object.keys(parts).filter((name) => parts[name] !== undefined);
  return `{${names
    .sort()
    .map((name) => `${JSON.stringify(name)}:${canonical(parts[name])}`)
    .join()}}`;
}
