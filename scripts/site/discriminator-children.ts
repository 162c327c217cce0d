import type { OpenApiDocument, Schema } from '../../server/openapi/document-types.ts';
import { memoize } from '../../server/openapi/memoize.ts';

/**
 * The component schemas that extend another by `allOf`, by its reference: what its discriminator chooses among where it lists no variants
 * (OpenAPI 3.1, Discriminator Object).
 */
export const childrenOf = memoize((document: OpenApiDocument): ReadonlyMap<string, string[]> => {
  const children = new Map<string, string[]>();
  for (const [name, schema] of Object.entries(document.components?.schemas ?? {}))
    for (const part of (schema as Schema | null)?.allOf ?? [])
      if (typeof part?.$ref === 'string') children.set(part.$ref, [...(children.get(part.$ref) ?? []), name]);
  return children;
});
