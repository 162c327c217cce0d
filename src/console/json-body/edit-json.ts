import type { Correction } from '../check/corrections.ts';
import { partsOfPointer } from '../json-pointer.ts';

/** The value at a pointer; undefined if there is none. */
export function valueAt(whole: unknown, pointer: string): unknown {
  let value = whole;
  for (const part of partsOfPointer(pointer)) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as Record<string, unknown>)[part];
  }
  return value;
}

/** A copy of a value with another part at a pointer; without it if that is undefined. */
export function withValue(whole: unknown, pointer: string, value: unknown): unknown {
  return replaced(whole, partsOfPointer(pointer), value);
}

function replaced(whole: unknown, [part, ...rest]: string[], value: unknown): unknown {
  if (part === undefined) return value;
  if (Array.isArray(whole)) {
    const index = Number(part);
    if (rest.length === 0 && value === undefined) return whole.toSpliced(index, 1);
    return index < whole.length
      ? whole.with(index, replaced(whole[index], rest, value))
      : [...whole, replaced(undefined, rest, value)];
  }
  const before = typeof whole === 'object' && whole !== null ? (whole as Record<string, unknown>) : {};
  const inner = replaced(before[part], rest, value);
  const { [part]: _, ...others } = before;
  return inner === undefined ? others : part in before ? { ...before, [part]: inner } : { ...others, [part]: inner };
}

/** A copy of a value that is mended; members keep their order. */
export function mended(whole: unknown, correction: Correction): unknown {
  const { pointer } = correction;
  if (correction.kind === 'set') return withValue(whole, pointer, correction.value);
  if (correction.kind === 'remove') return withValue(whole, pointer, undefined);
  const above = pointer.slice(0, pointer.lastIndexOf('/'));
  const [own = ''] = partsOfPointer(pointer.slice(above.length));
  const members = Object.entries((valueAt(whole, above) ?? {}) as object);
  const renamed = Object.fromEntries(members.map(([name, value]) => [name === own ? correction.name : name, value]));
  return withValue(whole, above, renamed);
}
