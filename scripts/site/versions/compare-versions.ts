import { isDeepStrictEqual } from 'node:util';
import type { OperationData, ParameterData } from '../../../src/documents/operation-data.ts';
import type { Change, ChangeFacts } from '../../../src/documents/operation-versions.ts';
import { viewSchema } from '../../../src/reference/schema-view.ts';
import { typeLabel } from '../../../src/reference/type-label.ts';
import { type Fields, fieldsOf } from './fields-of.ts';

/** The parts of an operation that are compared; its texts are not. */
type Compared = Pick<OperationData, 'parameters' | 'requestBody' | 'responses' | 'schemas'>;

/**
 * What is different in a newer version of an operation: parameters, fields of the body and of what is answered, and statuses. The
 * names of parameters in paths do not matter: nobody sends them.
 */
export function compareVersions(older: Compared, newer: Compared): Change[] {
  const places = ['query', 'header', 'cookie'] as const;
  return [
    ...places.flatMap((place) => compare(place, parametersOf(older, place), parametersOf(newer, place))),
    ...compare('body', bodyOf(older), bodyOf(newer)),
    ...compare('response', answerOf(older), answerOf(newer)),
    ...compare('status', statusesOf(older), statusesOf(newer)),
  ];
}

function compare(place: Change['place'], before: Fields, after: Fields): Change[] {
  // What is inside of a field that has come or gone goes with it.
  const isAlone = (name: string, others: Fields, own: Fields) => {
    const parent = parentOf(name);
    return !others.has(name) && (parent === undefined || !own.has(parent) || others.has(parent));
  };
  const removed = [...before.keys()].filter((name) => isAlone(name, after, before));
  const added = [...after.keys()].filter((name) => isAlone(name, before, after));
  const changed = [...before].flatMap(([name, own]): Change[] => {
    const now = after.get(name);
    const differing = now && (['type', 'required', 'values'] as const).filter((key) => !isSame(own[key], now[key]));
    if (!now || !differing?.length) return [];
    const only = (facts: ChangeFacts): ChangeFacts =>
      Object.fromEntries(differing.flatMap((key) => (facts[key] === undefined ? [] : [[key, facts[key]]])));
    return [{ kind: 'changed', place, name, before: only(own), after: only(now) }];
  });
  const all = [
    ...added.map((name): Change => ({ kind: 'added', place, name, after: brief(after.get(name)) })),
    ...changed,
    ...removed.map((name): Change => ({ kind: 'removed', place, name, before: brief(before.get(name)) })),
  ];
  // What is inside of a field follows it.
  return all.sort((one, other) => (one.name < other.name ? -1 : 1));
}

function isSame(one: unknown, other: unknown): boolean {
  const sorted = (value: unknown) => (Array.isArray(value) ? value.map((each) => JSON.stringify(each)).sort() : value);
  return isDeepStrictEqual(sorted(one), sorted(other));
}

/** Of what has come or gone, its type is enough, and that it has to be sent. */
function brief({ type, required }: ChangeFacts = {}): ChangeFacts {
  return { ...(type !== undefined && { type }), ...(required && { required }) };
}

/** The field that a field is in: `items[]` and `items` for `items[].id`. */
function parentOf(name: string): string | undefined {
  const end = name.lastIndexOf('.');
  return end < 0 ? undefined : name.slice(0, end).replace(/(?:\[\])+$/, '');
}

function parametersOf({ parameters, schemas }: Compared, place: ParameterData['in']): Fields {
  const own = parameters.filter((each) => each.in === place);
  return new Map(
    own.map(({ name, schema, required }): [string, ChangeFacts] => {
      const values = viewSchema(schema, schemas).schema.enum;
      return [name, { type: typeLabel(schema, schemas), required, ...(values && { values }) }];
    }),
  );
}

function bodyOf({ requestBody, schemas }: Compared): Fields {
  const [media] = Object.values(requestBody?.content ?? {});
  return fieldsOf(media?.schema, schemas, 'request');
}

function answerOf({ responses, schemas }: Compared): Fields {
  const [, response] = Object.entries(responses).find(([status]) => status.startsWith('2')) ?? [];
  const [media] = Object.values(response?.content ?? {});
  return fieldsOf(media?.schema, schemas, 'response');
}

function statusesOf({ responses }: Compared): Fields {
  return new Map(Object.keys(responses).map((status) => [status, {}]));
}
