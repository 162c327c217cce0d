import type { OpenApiDocument } from '../../openapi/document-types.ts';
import type { Operation } from '../../openapi/operations.ts';
import { shapeOf } from '../../openapi/schema-shape.ts';
import type { Resource, Success } from '../plan-types.ts';
import { schemaAt } from '../record-place.ts';
import { findStates } from './infer-actions.ts';
import { findStateAfter } from './lead-states.ts';

/** What a DELETE may say that it does instead of removing a record. */
const endings =
  /^(cancel|void|abort|revok|deactivat|disabl|archiv|anul|estorn|desativ|inativ|desactiv|arquiv|revog)\p{L}*/u;

/**
 * The verb of a DELETE that says to end a record rather than to remove it, and answers what is left: `Cancels a subscription`, where a
 * subscription may be `canceled`.
 */
export function findEndingVerb(
  document: OpenApiDocument,
  { method, operation }: Operation,
  resource: Resource,
  { schema, recordAt }: Success,
): string | undefined {
  if (method !== 'delete') return undefined;
  const texts = [operation.summary, operation.description].map((text = '') => firstWords(text));
  const verb = texts.map((text) => endings.exec(text)?.[0]).find(Boolean);
  const known = verb === undefined ? undefined : findStates(document, resource);
  if (verb === undefined || !known) return undefined;
  const { ref, properties } = shapeOf(document, schemaAt(document, schema, recordAt));
  const isShown = ref === undefined ? known.property in properties : ref === shapeOf(document, resource.schema).ref;
  return isShown && findStateAfter(verb, known.states) ? verb : undefined;
}

function firstWords(text: string): string {
  return text
    .slice(0, 80)
    .replaceAll(/<[^>]*>|^[^\p{L}]+/gu, '')
    .toLowerCase();
}
