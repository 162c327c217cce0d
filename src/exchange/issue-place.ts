import type { RefusalIssue } from '../generated/platform/types.gen.ts';

type Place = Pick<RefusalIssue, 'in' | 'pointer'>;

/** The parts of a JSON pointer, which may be in a fragment (`#/name`). */
function partsOf(pointer: string): string[] {
  return pointer
    .replace(/^#/, '')
    .split('/')
    .filter(Boolean)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** A field as people write it: `address.state`, `items[0].price`. */
export function nameOfIssue({ in: place, pointer }: Place): string {
  const name = partsOf(pointer)
    .map((part, index) => (/^\d+$/.test(part) ? `[${part}]` : index === 0 ? part : `.${part}`))
    .join('');
  return name === '' ? place : name;
}

/** Whether the text of an issue says which field it is about. */
export function isNamed({ pointer, detail }: Pick<RefusalIssue, 'pointer' | 'detail'>): boolean {
  const last = partsOf(pointer).at(-1);
  return last !== undefined && (/^"([^"]*)"/.exec(detail)?.[1]?.endsWith(last) ?? false);
}

/** The HTML id of a field on the page of its operation. */
export function placeOfIssue({ in: place, pointer }: Place): string {
  const clean = (part: string) => part.replace(/[^\w-]+/g, '-');
  const parts = partsOf(pointer);
  if (place !== 'body') return [`${place}-${clean(parts[0] ?? '')}`, ...parts.slice(1).map(clean)].join('.');
  return ['body', ...parts.filter((part) => !/^\d+$/.test(part)).map(clean)].join('.');
}
