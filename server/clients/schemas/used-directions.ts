import type { OpenApiDocument } from '../../openapi/document-types.ts';
import type { Operation } from '../../openapi/operations.ts';
import { findByPointer } from '../../openapi/resolve.ts';
import { collectReferences } from './collect-references.ts';
import type { Direction } from './type-model.ts';

/** Which schemas requests need, and which responses, by reference. */
export type UsedDirections = Record<Direction, Set<string>>;

/** Finds what the operations of a document need: their parameters and bodies, and all that these refer to. */
export function findUsedDirections(document: OpenApiDocument, operations: Operation[]): UsedDirections {
  const requests = operations.flatMap(({ parameters, requestBody }) => [
    ...parameters.flatMap(({ schema, content }) => [
      schema,
      ...Object.values(content ?? {}).map((media) => media.schema),
    ]),
    ...Object.values(requestBody?.content ?? {}).map(({ schema }) => schema),
  ]);
  const responses = operations.flatMap((operation) =>
    Object.values(operation.responses).flatMap(({ content = {} }) =>
      Object.values(content).map(({ schema }) => schema),
    ),
  );
  return { request: reached(document, requests), response: reached(document, responses) };
}

function reached(document: OpenApiDocument, schemas: unknown[]): Set<string> {
  const seen = new Set<string>();
  const open = schemas.flatMap((schema) => collectReferences(schema));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    open.push(...collectReferences(findByPointer(document, next)));
  }
  return seen;
}
