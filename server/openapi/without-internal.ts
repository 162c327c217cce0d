import type { OpenApiDocument, PathItem } from './document-types.ts';
import type { ApiDocument } from './load-api.ts';
import { listOperations, methods } from './operations.ts';
import { segmentsOfReference } from './resolve.ts';
import { isNode, type Node, withoutMarked } from './without-marked.ts';

/**
 * An API as strangers see it: without the operations, parameters, properties and tags that its document marks with `x-internal`, the
 * operations that have no other tag, and what refers to any of them. The operations keep their slugs. The API itself if nothing is
 * marked.
 */
export function withoutInternal<Api extends ApiDocument>(api: Api): Api {
  const { document } = api;
  if (!hasMark(document)) return api;
  const isInternal = (node: Node) => isMarked(node) || leadsToMarked(document, node);
  const tags = new Set((document.tags ?? []).filter((tag) => isMarked(tag as unknown as Node)).map(({ name }) => name));
  const isLost = (node: Node) => isInternal(node) || isOfTags(node, tags);
  const left = withoutEmptyPaths(withoutMarked(document, isLost));
  const slugs = new Map(api.operations.map(({ pointer, slug }) => [pointer, slug]));
  const operations = listOperations(left).map((operation) => ({
    ...operation,
    slug: slugs.get(operation.pointer) ?? operation.slug,
  }));
  // Descriptors, because what is made on demand is not to be made here.
  const parts = Object.getOwnPropertyDescriptors({ ...({} as Api), document: left, operations });
  return Object.defineProperties({}, { ...Object.getOwnPropertyDescriptors(api), ...parts }) as Api;
}

/** A path of which every operation is internal is internal, too. */
function withoutEmptyPaths(document: OpenApiDocument): OpenApiDocument {
  const { paths } = document;
  if (!paths) return document;
  const kept = Object.entries(paths).filter(([, item]) => '$ref' in item || hasOperation(item));
  return { ...document, paths: Object.fromEntries(kept) };
}

function hasOperation(item: PathItem): boolean {
  return methods.some((method) => item[method]) || Object.keys(item.additionalOperations ?? {}).length > 0;
}

function isMarked(node: Node): boolean {
  return node['x-internal'] === true;
}

/** An operation of which every tag is internal. */
function isOfTags(node: Node, tags: ReadonlySet<unknown>): boolean {
  const own = tags.size > 0 && isNode(node.responses) ? node.tags : undefined;
  return Array.isArray(own) && own.length > 0 && own.every((tag) => tags.has(tag));
}

const mostHops = 8;

/** Whether a reference leads to something that is marked, or below it. */
function leadsToMarked(document: OpenApiDocument, node: Node): boolean {
  let current = node;
  for (let hops = 0; hops < mostHops && typeof current.$ref === 'string'; hops++) {
    let target: unknown = document;
    for (const segment of segmentsOfReference(current.$ref) ?? []) {
      target = isNode(target) && Object.hasOwn(target, segment) ? target[segment] : undefined;
      if (isNode(target) && isMarked(target)) return true;
    }
    if (!isNode(target)) return false;
    current = target;
  }
  return false;
}

function hasMark(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(hasMark);
  if (!isNode(value)) return false;
  return isMarked(value) || Object.values(value).some(hasMark);
}
