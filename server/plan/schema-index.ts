import type { OpenApiDocument, Schema } from '../openapi/document-types.ts';
import { shapeOf } from '../openapi/schema-shape.ts';
import type { ResourcePaths } from './find-resources.ts';

/** The resources whose records have a schema, as `isSame` compares schemas. */
export type SchemaIndex = Map<string, ResourcePaths[]>;

/** What two schemas of the same records have in common; undefined for one that says too little. */
export function keyOfSchema(document: OpenApiDocument, schema: Schema | undefined): string | undefined {
  if (!schema || isOfSeveral(schema)) return undefined;
  const { ref, properties } = shapeOf(document, schema);
  const names = Object.keys(properties);
  if (names.length < 2) return undefined;
  return ref ?? names.sort().join(' ');
}

/** Whether a schema stands for records of several kinds, and is not just one of them. */
function isOfSeveral({ $ref, oneOf, anyOf }: Schema): boolean {
  return $ref === undefined && (oneOf ?? anyOf ?? []).filter(({ type }) => type !== 'null').length > 1;
}

export function indexBySchema(document: OpenApiDocument, resources: Iterable<ResourcePaths>): SchemaIndex {
  const index: SchemaIndex = new Map();
  for (const paths of resources)
    for (const key of new Set([paths.resource.schema, paths.listed].map((schema) => keyOfSchema(document, schema))))
      if (key !== undefined) index.set(key, [...(index.get(key) ?? []), paths]);
  return index;
}
