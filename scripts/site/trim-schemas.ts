import { listParts } from '../../server/openapi/schema-keywords.ts';
import type { OperationData, Schema } from '../../src/documents/operation-data.ts';
import { planPlaces } from '../../src/reference/plan-places.ts';
import { hasFields, hasParts } from '../../src/reference/schema-parts.ts';
import { nameOfRef, type Schemas, viewSchema } from '../../src/reference/schema-view.ts';
import { treesOf } from '../../src/reference/trees-of.ts';
import { labelOf, typesOf } from '../../src/reference/type-label.ts';

/**
 * An operation as its page needs it: with the schemas that its HTML shows, and the heads of those that it only names. In some
 * documents each schema leads to nearly all others.
 */
export function trimSchemas(data: OperationData, schemas: Schemas = data.schemas): OperationData {
  const { places, opened } = planPlaces(treesOf(data), schemas);
  const kept: Schemas = {};
  const waiting = new Set(opened);
  for (const part of schemasOf(data)) addReferences(part, waiting);
  for (const name of waiting) {
    const whole = schemas[name];
    if (!whole) continue;
    const ref: Schema = { $ref: `#/components/schemas/${name}` };
    const isFlat = !hasParts(ref, schemas, 'request') && !hasParts(ref, schemas, 'response');
    kept[name] = opened.has(name) || isFlat ? whole : headOf(ref, schemas);
    addReferences(kept[name], waiting);
  }
  return { ...data, schemas: kept, places: [...places] };
}

/** The schemas that an operation has itself. */
function schemasOf({ parameters, requestBody, responses }: OperationData): (Schema | undefined)[] {
  const contents = [requestBody?.content ?? {}, ...Object.values(responses).map(({ content }) => content)];
  const headers = Object.values(responses).flatMap((response) => Object.values(response.headers));
  return [
    ...[...parameters, ...headers].map(({ schema }) => schema),
    ...contents.flatMap((content) => Object.values(content).flatMap(({ schema, itemSchema }) => [schema, itemSchema])),
  ];
}

/** Adds the names of the component schemas that a schema refers to itself, in any of its keywords. */
function addReferences(schema: unknown, names: Set<string>): void {
  if (typeof schema !== 'object' || schema === null) return;
  const { $ref, discriminator } = schema as Schema;
  for (const reference of [$ref, ...Object.values(discriminator?.mapping ?? {})])
    if (reference !== undefined) names.add(nameOfRef(reference));
  for (const [keyword, value] of Object.entries(schema))
    for (const [, part] of listParts(keyword, value)) addReferences(part, names);
}

/** What is said of a schema where its parts are not shown. */
function headOf(ref: Schema, schemas: Schemas): Schema {
  const view = viewSchema(ref, schemas);
  const { schema, isNullable } = view;
  const parts = new Set(['examples', 'example', 'default', 'discriminator', 'required']);
  const own = Object.entries(schema).filter(
    ([keyword, value]) => !parts.has(keyword) && listParts(keyword, value).length === 0,
  );
  const fields = hasFields(ref, schemas, 'request') || hasFields(ref, schemas, 'response');
  return {
    ...Object.fromEntries(own),
    type: [...typesOf(schema), ...(isNullable ? ['null'] : [])],
    'x-head': { label: labelOf(view, schemas), hasFields: fields },
  };
}
