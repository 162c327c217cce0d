import type { RecordBody } from '../dialect/record-body.ts';

/**
 * The values of a record at a path such as `items.product_id`, and their positions; the path covers every element of a list.
 */
export function valuesAt(value: unknown, path: string[], at: string[] = []): { at: string[]; value: unknown }[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((element, index) => valuesAt(element, path, [...at, String(index)]));
  const [name, ...rest] = path;
  if (name === undefined) return [{ at, value }];
  return typeof value === 'object' ? valuesAt((value as RecordBody)[name], rest, [...at, name]) : [];
}
