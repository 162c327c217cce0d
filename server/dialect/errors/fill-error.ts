import type { OpenApiDocument, Schema } from '../../openapi/document-types.ts';
import { exampleOf } from '../../openapi/example-of.ts';
import { repairExample } from '../../openapi/repair-example.ts';
import { flattenSchema } from '../../openapi/sample/flatten-schema.ts';
import { shapeOf } from '../../openapi/schema-shape.ts';
import { soundEnum } from '../../openapi/sound-enum.ts';
import { validatorOf } from '../../openapi/validator.ts';
import { findMeaning, isMessage, plainName, type Subject } from './error-meanings.ts';
import { fieldsOf, textsByField } from './fields-of-error.ts';
import { findFittingCode } from './fitting-code.ts';
import { problemDetails } from './problem-details.ts';

/** A property of an error: its schema, and those beside it. */
interface Part {
  name: string;
  property: Schema;
  others: string[];
  isRequired: boolean;
}

const maxDepth = 4;

const lists =
  /^(errors?|erros?|errores|details?|detalhes|detalles|issues|violations|violacoes|notifications|notificacoes|campos|fields|fielderrors|invalidfields|invalidparams|validationerrors|errorlist|errordetails|messages|mensagens|mensajes|reasons|causes|problems|faults)$/;
const wrappers = /^(errors?|erros?|err|fault|falha|fallo|failure|problem|problema|source)$/;

/**
 * An error in the schema that a document declares for it: what its properties are called tells what they mean. What means nothing is left
 * out, unless it is required.
 */
export function fillError(document: OpenApiDocument, schema: Schema, subject: Subject): unknown {
  const { types, properties, closed } = shapeOf(document, schema);
  const isFree = !closed && Object.keys(properties).length === 0 && !/array|string/.test([...types].join());
  // Any object will do.
  if (isFree) return problemDetails(subject.refusal, subject.facts).body;
  const body = fill(document, schema, subject, 0);
  const isValid = validatorOf(document).response(schema, body).length === 0;
  return isValid ? body : repairExample(document, schema, body, { direction: 'response' });
}

function fill(document: OpenApiDocument, schema: Schema, subject: Subject, depth: number): unknown {
  const { types, properties, required, items } = shapeOf(document, schema);
  if (types.has('array')) return listOf(document, items, subject, true, depth);
  if (types.has('string')) return subject.field?.text ?? subject.refusal.detail[subject.facts.language];
  const body: Record<string, unknown> = {};
  const names = Object.keys(properties);
  for (const [name, property] of Object.entries(properties)) {
    const isRequired = required.has(name);
    const others = names.filter((each) => each !== name);
    const value = valueOfPart(document, { name, property, others, isRequired }, subject, depth);
    if (value !== undefined) body[name] = value;
    else if (isRequired) body[name] = standIn(document, name, property);
  }
  return body;
}

function valueOfPart(document: OpenApiDocument, part: Part, subject: Subject, depth: number): unknown {
  const { name, property, others, isRequired } = part;
  const { schema } = flattenSchema(document, property);
  const { types, items } = shapeOf(document, property);
  const meaning = findMeaning(name, others, subject);
  const allowed = soundEnum(schema);
  const isAllowed = (value: unknown) =>
    value !== undefined && (allowed?.includes(value) ?? validatorOf(document).response(property, value).length === 0);
  if (schema.const !== undefined && meaning?.kind !== 'code') return schema.const;
  const told = meaning?.values(subject).find(isAllowed);
  if (told !== undefined) return told;
  if (allowed) {
    const isGeneral = isRequired || meaning?.kind === 'other';
    return meaning && findFittingCode(allowed, subject.refusal, { field: subject.field?.code, isGeneral });
  }
  if (types.has('array')) {
    // One field has no list of fields below it, however a schema refers to itself.
    if (subject.field) return isRequired ? [] : undefined;
    const isNeeded = isRequired || !others.some((other) => isMessage(other) || wrappers.test(plainName(other)));
    return lists.test(plainName(name)) ? listOf(document, items, subject, isNeeded, depth) : undefined;
  }
  if (!types.has('object') || depth === maxDepth || !(isRequired || wrappers.test(plainName(name)))) return undefined;
  const inner = isMap(document, property)
    ? textsByField(document, schema.additionalProperties as Schema, subject)
    : fill(document, property, subject, depth + 1);
  return isRequired || (Object.keys(inner as object).length > 0 && isAllowed(inner)) ? inner : undefined;
}

/** What is wrong with each field; where nothing else says why, or the list has to be there, the refusal itself. */
function listOf(
  document: OpenApiDocument,
  items: Schema | undefined,
  subject: Subject,
  isNeeded: boolean,
  depth: number,
): unknown[] | undefined {
  const shape = shapeOf(document, items);
  const isOpaque = items && !shape.types.has('string') && Object.keys(shape.properties).length === 0;
  if (depth === maxDepth || isOpaque) return isNeeded ? [] : undefined;
  const { refusal, facts } = subject;
  const fields = fieldsOf(subject);
  if (fields.length === 0 && !isNeeded) return undefined;
  const told = fields.length > 0 ? fields : [{ code: refusal.code, text: refusal.detail[facts.language] }];
  return told.map((field) =>
    items && !shape.types.has('string') ? fill(document, items, { ...subject, field }, depth + 1) : field.text,
  );
}

function isMap(document: OpenApiDocument, schema: Schema): boolean {
  const { additionalProperties } = flattenSchema(document, schema).schema;
  return typeof additionalProperties === 'object' && Object.keys(shapeOf(document, schema).properties).length === 0;
}

function standIn(document: OpenApiDocument, name: string, property: Schema): unknown {
  const isNullable = validatorOf(document).response(property, null).length === 0;
  return isNullable ? null : exampleOf(document, property, { direction: 'response', name });
}
