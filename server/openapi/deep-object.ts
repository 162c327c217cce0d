import { Refusal } from '../answers/refusal.ts';
import { say } from '../answers/say.ts';
import { coerce } from './coerce.ts';
import type { OpenApiDocument, Schema } from './document-types.ts';
import { branch, NameFault, put, stepsOf } from './nested-names.ts';

/**
 * Reads an object in the style `deepObject`: `filter[range][from]=1`. The specification says nothing of what is nested; clients write
 * lists as `filter[tags]=a&filter[tags]=b`, `filter[tags][]=a` or `filter[tags][0]=a`. Undefined where nothing of it was sent;
 * names that nest nothing are ignored. Refuses (400) a name that is both a value and an object.
 */
export function readDeepObject(
  document: OpenApiDocument,
  name: string,
  schema: Schema | undefined,
  query: URLSearchParams,
): unknown {
  const root = branch();
  for (const [key, value] of query) {
    const steps = key.startsWith(`${name}[`) ? stepsBelow(name, key) : [];
    if (steps.length > 0) nest(root, [name, ...steps], value);
  }
  const found = root[name];
  return found === undefined ? undefined : coerce(document, schema, found);
}

function stepsBelow(name: string, key: string): string[] {
  try {
    return stepsOf(key.slice(name.length), false).slice(1);
  } catch (error) {
    if (error instanceof NameFault) return [];
    throw error;
  }
}

function nest(root: ReturnType<typeof branch>, steps: string[], value: string): void {
  try {
    put(root, steps, value);
  } catch (error) {
    if (!(error instanceof NameFault)) throw error;
    throw new Refusal('invalid_request', say('http.unreadable-query', { reason: error.texts }));
  }
}
