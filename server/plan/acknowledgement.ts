import type { OpenApiDocument, Schema } from '../openapi/document-types.ts';
import type { Operation } from '../openapi/operations.ts';
import { shapeOf } from '../openapi/schema-shape.ts';
import { isStructured } from '../openapi/structured-types.ts';
import { onlyAsks } from './asking-verbs.ts';
import { findList } from './find-list.ts';
import { plain, singularOf } from './names.ts';
import { nameOf } from './path-segments.ts';
import type { RecordPlace, Success } from './plan-types.ts';
import { findRecordPlace, schemaAt } from './record-place.ts';
import { bodyOf, sharesNames } from './sent-body.ts';
import { isAccessToken } from './token-requests.ts';
import { hasId, isAside } from './wrappers.ts';

/**
 * Whether an operation takes something, and answers nothing but that it has it: with no body, an id, a notice, or what was sent. An
 * answer of anything else is worked out from what was sent.
 */
export function isAcknowledged(document: OpenApiDocument, operation: Operation, success: Success): boolean {
  const body = bodyOf(operation);
  const { mediaType, schema, status } = success;
  if (!/^(post|put|patch)$/.test(operation.method) || !body || status >= 300 || onlyAsks(operation)) return false;
  const sent = shapeOf(document, body).types;
  if (sent.size > 0 && !sent.has('object')) return false;
  if (mediaType === undefined) return true;
  if (!isStructured(document, { mediaType, schema })) return false;
  const { types, properties } = shapeOf(
    document,
    schemaAt(document, schema, acknowledgedAt(document, operation, success)),
  );
  const names = Object.keys(properties);
  if (types.size === 0 || types.has('boolean')) return true;
  if (!types.has('object') || names.some(isAccessToken)) return false;
  if (acknowledgedRecord(document, operation, success)) return true;
  const isOneResult = names.length === 1 && /^(result|data)/i.test(names[0] ?? '');
  return (
    !findList(document, success, nameOf(operation.path)) &&
    !isOneResult &&
    names.every((name) => isNotice(name, properties))
  );
}

/** The record that an answer shows of what was sent: it has an id, or the names that were sent. */
export function acknowledgedRecord(
  document: OpenApiDocument,
  operation: Operation,
  success: Success,
): Schema | undefined {
  if (!isStructured(document, success)) return undefined;
  const shown = schemaAt(document, success.schema, acknowledgedAt(document, operation, success));
  const { properties } = shapeOf(document, shown);
  const own = `${plain(singularOf(nameOf(operation.path)))}id`;
  const isNamed = hasId(properties) || Object.keys(properties).some((name) => plain(name) === own);
  return isNamed || sharesNames(document, shown, bodyOf(operation)) ? shown : undefined;
}

/** Where an answer has that record. */
export function acknowledgedAt(
  document: OpenApiDocument,
  { path }: Operation,
  success: Success,
): RecordPlace | undefined {
  return isStructured(document, success) ? findRecordPlace(document, success, nameOf(path)) : undefined;
}

const notices =
  /^(results?|data|response|etat|done|accepted|ack|info|details?|description|date|return(code|message)|reference\w*|iserror|resposta|retorno|mensagem|erro|\w*id)$/;

/** Whether a property only says how the request went. */
function isNotice(name: string, properties: Record<string, Schema>): boolean {
  return isAside(name, properties) || notices.test(plain(name));
}
