import type { OpenApiDocument } from '../openapi/document-types.ts';
import type { Operation } from '../openapi/operations.ts';
import { shapeOf } from '../openapi/schema-shape.ts';
import { askedParameters } from './asked-parameters.ts';
import type { Family } from './find-families.ts';
import { findSaidList } from './find-list.ts';
import { inferIdKey } from './id-key.ts';
import { plain, singularOf } from './names.ts';
import { joinSegments, nameOf, segmentsOf } from './path-segments.ts';
import type { ParentStep } from './plan-types.ts';
import { isSame } from './record-place.ts';
import { dottedWord, verbOf } from './rpc-calls.ts';
import { bodyOf } from './sent-body.ts';
import { successOf } from './success-response.ts';
import { isAside } from './wrappers.ts';

/** A call that makes a record that it names: `chat.postMessage`. */
const posting = /^(?:post|send|create|add|publish)([A-Z]\w*)$/;

/**
 * Adds the records that are made by a call of one name and listed by one of another: `chat.postMessage` makes a `message`, and
 * `conversations.history` lists `messages` of that schema. `chat.update` and `chat.delete` name one of them by its id. Where both
 * ask for the record of another family (`channel`), they are below it.
 */
export function addPosted(document: OpenApiDocument, operations: Operation[], families: Family[]): void {
  const known = new Set(families.flatMap(({ members }) => [...members.keys()]));
  for (const operation of operations) {
    const family = known.has(operation) ? undefined : postedBy(document, operation, { operations, families });
    if (!family) continue;
    families.push(family);
    for (const member of family.members.keys()) known.add(member);
  }
}

interface Others {
  operations: Operation[];
  families: Family[];
}

function postedBy(
  document: OpenApiDocument,
  operation: Operation,
  { operations, families }: Others,
): Family | undefined {
  const { dotted, word } = dottedWord(nameOf(operation.path));
  const noun = posting.exec(word)?.[1];
  if (operation.method !== 'post' || dotted === undefined || noun === undefined) return undefined;
  const success = successOf(operation);
  const answer = shapeOf(document, success.schema);
  const name = Object.keys(answer.properties).find((each) => plain(each) === plain(singularOf(noun)));
  const schema = name === undefined ? undefined : answer.properties[name];
  if (!schema || name === undefined) return undefined;
  const record = shapeOf(document, schema);
  const sent = Object.keys(shapeOf(document, bodyOf(operation)).properties);
  if (!sent.some((each) => each in record.properties)) return undefined;
  // What names it stands beside it, too.
  const beside = Object.keys(answer.properties).find(
    (each) => each !== name && record.required.has(each) && !isAside(each, answer.properties),
  );
  const id = inferIdKey(document, [{ schema }], name, { name: beside, schema: record.properties[beside ?? ''] });
  if (id.key === undefined) return undefined;
  const idKey = id.key;
  const asks = (other: Operation, wanted: string) =>
    askedParameters(document, other).some((each) => each.in === 'query' && each.name === wanted);
  const lists = operations.filter((other) => {
    const list = other === operation ? undefined : findSaidList(document, successOf(other), name);
    return list && plain(singularOf(list.key ?? '')) === plain(name) && isSame(document, list.item, schema);
  });
  const whole = lists.filter((list) => !asks(list, idKey));
  if (whole.length === 0) return undefined;
  const parent = parentOf(nearest(families, whole), (wanted) =>
    [operation, ...whole].every((each) => asks(each, wanted)),
  );
  const above = joinSegments(segmentsOf(operation.path).slice(0, -1));
  const members: Family['members'] = new Map([[operation, 'create']]);
  for (const list of whole) if (!parent || asks(list, parent.parameter)) members.set(list, 'list');
  for (const other of operations) {
    if (!other.path.startsWith(`${above}/${dotted}.`) || members.has(other)) continue;
    const verb = verbOf(dottedWord(nameOf(other.path)).word);
    if (
      verb &&
      verb !== 'list' &&
      verb !== 'create' &&
      asks(other, idKey) &&
      (!parent || asks(other, parent.parameter))
    )
      members.set(other, verb);
  }
  return {
    path: `${above}/${dotted}.${plain(name)}`,
    names: [name],
    resource: { store: `${dotted}.${name}`, idKey, idType: id.type, schema, idSchema: id.property },
    members,
    parent,
  };
}

/** The families with those first that the lists belong to: `conversations` of `conversations.history`, not `admin.conversations`. */
function nearest(families: Family[], lists: Operation[]): Family[] {
  const isOwn = ({ path }: Family) => lists.some((list) => list.path.startsWith(`${path}.`));
  return [...families].sort((a, b) => Number(isOwn(b)) - Number(isOwn(a)));
}

/** A record of a family that all calls ask for by its name: `channel`. */
function parentOf(families: Family[], isAsked: (parameter: string) => boolean): ParentStep | undefined {
  for (const { names, resource } of families)
    for (const one of names.map(singularOf))
      for (const parameter of [one, `${one}_id`, `${one}Id`])
        if (isAsked(parameter)) return { parameter, name: resource.store, store: resource.store, isAsked: true };
  return undefined;
}
