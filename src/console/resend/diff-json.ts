import { pointerPart } from '../json-pointer.ts';

/** A difference between two JSON values, at a JSON pointer. */
export interface JsonChange {
  pointer: string;
  /** Undefined where the value is only in the new one, or in the old one. */
  before?: unknown;
  after?: unknown;
}

type Json = Record<string, unknown> | unknown[];

/** Lists what is different between two JSON values: members by their names, the items of lists by their ids or else in order. */
export function diffJson(before: unknown, after: unknown, pointer = ''): JsonChange[] {
  if (Object.is(before, after)) return [];
  if (!isJson(before) || !isJson(after) || Array.isArray(before) !== Array.isArray(after))
    return [{ pointer, before, after }];
  const [old, now] = pairUp(before, after);
  const names = new Set([...old.keys(), ...now.keys()]);
  return [...names].flatMap((name) => {
    const place = `${pointer}/${pointerPart(String(name))}`;
    if (!old.has(name)) return [{ pointer: place, after: now.get(name) }];
    if (!now.has(name)) return [{ pointer: place, before: old.get(name) }];
    return diffJson(old.get(name), now.get(name), place);
  });
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null;
}

/** The parts of two values by the names under which to compare them. */
function pairUp(before: Json, after: Json): [Map<string, unknown>, Map<string, unknown>] {
  const ids = [before, after].map((value) => (Array.isArray(value) ? idsOf(value) : undefined));
  const byId = ids.every((each) => each !== undefined);
  return [partsOf(before, byId), partsOf(after, byId)];
}

function partsOf(value: Json, byId: boolean): Map<string, unknown> {
  if (!Array.isArray(value)) return new Map(Object.entries(value));
  return new Map(value.map((item, index) => [byId ? String((item as { id: unknown }).id) : String(index), item]));
}

/** The ids of a list's items, if each has its own. */
function idsOf(list: unknown[]): Set<unknown> | undefined {
  const ids = new Set(list.map((item) => (isJson(item) && !Array.isArray(item) ? item.id : undefined)));
  return ids.has(undefined) || ids.size < list.length ? undefined : ids;
}
