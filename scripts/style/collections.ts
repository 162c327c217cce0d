import type { Schema } from '../../server/openapi/document-types.ts';
import type { ApiDocument } from '../../server/openapi/load-api.ts';
import type { Operation } from '../../server/openapi/operations.ts';
import { shapeOf } from '../../server/openapi/schema-shape.ts';

const paging = /^(cursor|cursor_?mark|limit|offset|page|pagina|per_?page|por_pagina|size|tamanho)$/i;

/** The paths of a document, in document order. */
export function pathsOf({ operations }: ApiDocument): string[] {
  return [...new Set(operations.map(({ path }) => path))];
}

/** Splits a path into its segments: `['customers', '{id}']`. */
export function segmentsOf(path: string): string[] {
  return path.split('/').filter(Boolean);
}

export function isParameter(segment: string | undefined): boolean {
  return segment?.includes('{') ?? false;
}

export function findOperation({ operations }: ApiDocument, method: string, path: string): Operation | undefined {
  return operations.find((operation) => operation.method === method && operation.path === path);
}

/** Finds the JSON schema of an operation's first successful response. */
export function findShownSchema(operation: Operation | undefined): Schema | undefined {
  const successes = Object.entries(operation?.responses ?? {}).filter(([status]) => /^2/.test(status));
  return successes.map(([, { content }]) => jsonOf(content)?.schema).find(Boolean);
}

/** The entry of the JSON media type. */
export function jsonOf<T>(content: Record<string, T> | undefined): T | undefined {
  return Object.entries(content ?? {}).find(([type]) => /[/+]json\b/.test(type))?.[1];
}

/** Whether a path is a collection: a path with an id parameter follows, or GET returns a list. */
export function isCollection(api: ApiDocument, path: string): boolean {
  const depth = segmentsOf(path).length;
  if (isParameter(segmentsOf(path).at(-1))) return false;
  const isAbove = (other: string) => other.startsWith(`${path}/`) && isParameter(segmentsOf(other)[depth]);
  return pathsOf(api).some(isAbove) || isList(api, findOperation(api, 'get', path));
}

function isList({ document }: ApiDocument, operation: Operation | undefined): boolean {
  const { types, properties } = shapeOf(document, findShownSchema(operation));
  if (types.has('array')) return true;
  const isPaged = operation?.parameters.some(({ in: place, name }) => place === 'query' && paging.test(name));
  return (
    Boolean(isPaged) && Object.values(properties).some((property) => shapeOf(document, property).types.has('array'))
  );
}
