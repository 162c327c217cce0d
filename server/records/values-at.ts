import type { RecordBody } from '../dialect/record-body.ts';

/** What a record has at a path such as `items.product_id`, and where; the path goes through every element of a list. */
export function valuesAt(value: unknown, path: string[], at: string[] = []): { at: string[]; value: unknown }[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((element, index) => valuesAt(element, path, [...at, String(index)]));
  const [name, ...rest] = path;
  if (name === undefined) return [{ at, value }];
  return typeof value === 'object' ? valuesAt((value as RecordBody)[name], rest, [...at, name]) : [];
}
