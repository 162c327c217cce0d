import type { RecordBody } from '../record-body.ts';

export const mergePatch = 'application/merge-patch+json';

/** Merges fields into a record; in a merge patch (RFC 7396) null removes, at any depth. Lists are replaced. */
export function mergeFields(before: RecordBody, sent: RecordBody, nullRemoves: boolean): RecordBody {
  const after = { ...before };
  for (const [name, value] of Object.entries(sent)) {
    const own = Object.hasOwn(after, name) ? after[name] : undefined;
    if (value === null && nullRemoves) delete after[name];
    else if (isObject(value) && (isObject(own) || nullRemoves))
      after[name] = mergeFields(isObject(own) ? own : {}, value, nullRemoves);
    else after[name] = value;
  }
  return after;
}

function isObject(value: unknown): value is RecordBody {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
