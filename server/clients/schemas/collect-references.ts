import type { Schema } from '../../openapi/document-types.ts';

/** Keywords whose values are not schemas: what they contain are examples. */
const values = new Set(['example', 'examples', 'default', 'enum', 'const']);

/** The references of a schema at any depth; `onSchema` sees each schema on the way. */
export function collectReferences(node: unknown, onSchema?: (schema: Schema) => void): string[] {
  const references: string[] = [];
  visit(node, true);
  return references;

  function visit(each: unknown, isSchema: boolean): void {
    if (typeof each !== 'object' || each === null) return;
    if (Array.isArray(each)) {
      for (const inner of each) visit(inner, isSchema);
      return;
    }
    const schema = each as Schema;
    if (isSchema) onSchema?.(schema);
    if (isSchema && typeof schema.$ref === 'string') references.push(schema.$ref);
    for (const [key, inner] of Object.entries(each)) {
      if (isSchema && (values.has(key) || key.startsWith('x-'))) continue;
      // The keys of `properties` are names, not keywords.
      visit(inner, !(isSchema && /^(properties|patternProperties|dependentSchemas)$/.test(key)));
    }
  }
}
