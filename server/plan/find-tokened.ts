import type { OpenApiDocument } from '../openapi/document-types.ts';
import type { Operation } from '../openapi/operations.ts';
import { resolve } from '../openapi/resolve.ts';
import { shapeOf } from '../openapi/schema-shape.ts';
import { askedParameters } from './asked-parameters.ts';
import type { Family } from './find-families.ts';
import { findSaidList } from './find-list.ts';
import { inferIdKey } from './id-key.ts';
import { plain } from './names.ts';
import { nameOf, parentPath } from './path-segments.ts';
import { findRecordPlace, isSame, schemaAt } from './record-place.ts';
import { verbOf } from './rpc-calls.ts';
import { successOf } from './success-response.ts';

/**
 * Adds the records that callers name by a secret: what answers with an id and a token (`item_id` and `access_token`) makes a record, and
 * what asks for that token (`/item/get`, `/item/remove`, `/item/webhook/update`) means this one.
 */
export function addTokened(document: OpenApiDocument, operations: Operation[], families: Family[]): void {
  const known = new Set(families.flatMap(({ members }) => [...members.keys()]));
  const free = operations.filter((operation) => operation.method === 'post' && !known.has(operation));
  for (const making of free) {
    const names = Object.keys(shapeOf(document, successOf(making).schema).properties);
    const token = names.find((name) => /.token$/i.test(plain(name)) && !asks(making, name));
    if (token === undefined || known.has(making)) continue;
    const reading = free.find((each) => verbOf(nameOf(each.path)) === 'read' && shownBy(each, token, names));
    const family = reading && familyOf(making, reading, token, names);
    if (!family) continue;
    families.push(family);
    for (const member of family.members.keys()) known.add(member);
  }

  function asks(operation: Operation, name: string): boolean {
    return askedParameters(document, operation).some((each) => each.in === 'query' && each.name === name);
  }

  /** The record that a token reads, and the property of it that is answered with the token. */
  function shownBy(reading: Operation, token: string, names: string[]) {
    const name = nameOf(parentPath(reading.path));
    const success = successOf(reading);
    if (!asks(reading, token) || findSaidList(document, success, name)) return undefined;
    const schema = schemaAt(document, success.schema, findRecordPlace(document, success, name));
    const idKey = Object.keys(shapeOf(document, schema).properties).find(
      (each) => names.includes(each) && plain(each) === `${plain(name)}id`,
    );
    return idKey === undefined ? undefined : { name, schema, idKey };
  }

  function familyOf(making: Operation, reading: Operation, token: string, names: string[]): Family | undefined {
    const shown = shownBy(reading, token, names);
    if (!shown) return undefined;
    const { name, schema, idKey } = shown;
    const path = parentPath(reading.path);
    const members: Family['members'] = new Map([[making, 'create']]);
    for (const operation of free) {
      if (operation === making || !operation.path.startsWith(`${path}/`) || !asks(operation, token)) continue;
      const verb = verbOf(nameOf(operation.path));
      const isOwn = parentPath(operation.path) === path;
      const success = successOf(operation);
      const at = findRecordPlace(document, success, name, schema);
      const isShown = isSame(document, schemaAt(document, success.schema, at), schema);
      if (isOwn && (verb === 'read' || verb === 'delete')) members.set(operation, verb);
      else if (isShown) members.set(operation, verb === 'change' || verb === 'read' ? verb : 'act');
    }
    const id = inferIdKey(document, [{ schema }], name, { name: idKey });
    const resource = { store: name, idKey, idType: id.type, schema, idSchema: id.property };
    return { path, names: [name], resource, members, token: { name: token, prefix: prefixOf(making, token) } };
  }

  /** What the tokens of the examples begin with: `access-sandbox-`. */
  function prefixOf(making: Operation, token: string): string {
    const { mediaType = '', content = {} } = successOf(making);
    const { example, examples = {} } = content[mediaType] ?? {};
    const values = [
      example,
      ...Object.values(examples).map((each) => resolve<{ value?: unknown }>(document, each).value),
    ];
    const shown = values.map((value) => (value as Record<string, unknown> | undefined)?.[token]).find(Boolean);
    return /^([a-z]+[-_])+/i.exec(String(shown ?? ''))?.[0] ?? `${token}-`;
  }
}
