import type { Schema } from '../../openapi/document-types.ts';
import { findByPointer } from '../../openapi/resolve.ts';
import type { TypeScope } from './type-model.ts';

type Write = (scope: TypeScope, target: Schema) => string;

/**
 * The type of a reference beside others or on its own: its name, unless the named type would consist of the one that is being
 * written. TypeScript takes circles only through properties and lists, but OpenAPI's base schemas name the variants that extend
 * them. Then the target is written out, and what leads back to itself is left out.
 */
export function aliasOf(scope: TypeScope, reference: string, write: Write): string {
  if (scope.expanding.has(reference)) return 'unknown';
  const target = findByPointer(scope.document, reference) as Schema | undefined;
  if (target === undefined) return 'unknown';
  const leadsBack = [...scope.expanding].some((open) => consistsOf(scope, reference, open));
  if (!leadsBack) return scope.nameOf(reference, scope.direction);
  return write({ ...scope, expanding: new Set([...scope.expanding, reference]) }, target);
}

/** Whether the type of a reference is, in part, that of another: through references and compositions, not properties. */
function consistsOf({ document }: TypeScope, reference: string, wanted: string): boolean {
  const seen = new Set<string>();
  const open = [reference];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === wanted) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    open.push(...partsOf(findByPointer(document, next) as Schema | undefined));
  }
  return false;
}

function partsOf(schema: Schema | undefined): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const inner = [...(schema.allOf ?? []), ...(schema.oneOf ?? []), ...(schema.anyOf ?? [])];
  return [...(schema.$ref === undefined ? [] : [schema.$ref]), ...inner.flatMap(partsOf)];
}
