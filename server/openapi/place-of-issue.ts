import type { OpenApiDocument, Schema } from './document-types.ts';
import { pointerSegments } from './faults.ts';
import { shapeOf } from './schema-shape.ts';
import type { Issue } from './validation-issues.ts';

/** Where a value breaks its schema: what holds it, under which name, and what it should be there. */
export interface IssuePlace {
  owner: Record<string, unknown>;
  name: string;
  /** The schema of this place, where one is known. */
  schema?: Schema;
  /** Whether the schema goes without it. */
  mayGo: boolean;
}

/** Finds the place of an issue inside a value; undefined where the value as a whole is wrong. */
export function findPlace(
  document: OpenApiDocument,
  schema: Schema,
  value: unknown,
  { pointer }: Pick<Issue, 'pointer'>,
): IssuePlace | undefined {
  const segments = pointerSegments(pointer);
  const name = segments.pop();
  if (name === undefined) return undefined;
  let [owner, ownSchema]: [unknown, Schema | undefined] = [value, schema];
  for (const segment of segments) {
    ownSchema = schemaAt(document, ownSchema, owner, segment);
    owner = (owner as Record<string, unknown> | undefined)?.[segment];
  }
  if (typeof owner !== 'object' || owner === null) return undefined;
  return {
    owner: owner as Record<string, unknown>,
    name,
    schema: schemaAt(document, ownSchema, owner, name),
    mayGo: !Array.isArray(owner) && !shapeOf(document, ownSchema).required.has(name),
  };
}

function schemaAt(
  document: OpenApiDocument,
  schema: Schema | undefined,
  owner: unknown,
  name: string,
): Schema | undefined {
  const { items, properties } = shapeOf(document, schema);
  if (Array.isArray(owner)) return items;
  return Object.hasOwn(properties, name) ? properties[name] : undefined;
}
