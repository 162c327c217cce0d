import type { Ajv2020 } from 'ajv/dist/2020.js';
import type { StepBudget } from './step-budget.ts';

/** Replaces Ajv's `uniqueItems`, which compares every two items: half a minute for one MiB of small objects. */
export function addUniqueItems(ajv: Ajv2020, { spend }: StepBudget): void {
  ajv.removeKeyword('uniqueItems');
  ajv.addKeyword({
    keyword: 'uniqueItems',
    type: 'array',
    schemaType: 'boolean',
    validate: (isWanted: boolean, items: unknown[]) => !isWanted || areUnique(items, spend),
  });
}

/** Looks each item up once. */
function areUnique(items: unknown[], spend: StepBudget['spend']): boolean {
  const seen = new Set<unknown>();
  for (const item of items) {
    const isText = typeof item === 'string';
    const key = isText ? `text ${item}` : typeof item === 'object' && item !== null ? canonical(item, spend) : item;
    spend(isText ? 1 + item.length / 100 : 1);
    if (seen.has(key)) return false;
    seen.add(key);
  }
  return true;
}

/** A text that equal values share, whatever the order of their properties. */
function canonical(value: unknown, spend: StepBudget['spend']): string {
  spend(typeof value === 'string' ? 1 + value.length / 100 : 1);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? '';
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item, spend)).join()}]`;
  const parts = value as Record<string, unknown>;
  const names = Object.keys(parts).filter((name) => parts[name] !== undefined);
  return `{${names
    .sort()
    .map((name) => `${JSON.stringify(name)}:${canonical(parts[name], spend)}`)
    .join()}}`;
}
