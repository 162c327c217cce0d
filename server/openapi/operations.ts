import type {
  Method,
  OpenApiDocument,
  OperationObject,
  Parameter,
  PathItem,
  RequestBody,
  Response,
  SecurityRequirement,
  Server,
} from './document-types.ts';
import { pointerOf } from './faults.ts';
import { createSlugs, kebabCase, markOf } from './operation-slugs.ts';
import { resolve } from './resolve.ts';
import { withSentTypes } from './sent-content.ts';
import { withListedStreams } from './streamed-content.ts';

/** One method on one path, with its references resolved one level deep and its path's parameters merged in. */
export interface Operation {
  id: string;
  /** Names its page and files: lower case, and no other operation of the document has it. */
  slug: string;
  method: Method;
  path: string;
  pointer: string;
  operation: OperationObject;
  parameters: Parameter[];
  requestBody?: RequestBody;
  responses: Record<string, Response>;
  security: SecurityRequirement[];
  /** Its own servers or those of its path, if they override the document's. */
  servers?: Server[];
  /** What its path says of all its operations, as Markdown. */
  aboutPath?: string;
}

export const methods: Method[] = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'trace', 'query'];

/** Whether a key of a path has an operation. */
export function isMethod(key: string): key is Method {
  return methods.some((method) => method === key);
}

/** The operations of a path item; those with any other method of HTTP are additional (OpenAPI 3.2). */
export function operationsIn(item: PathItem): { key: string; method: Method; operation: OperationObject }[] {
  const own = methods.map((method) => [method, item[method]] as const);
  return [...own, ...Object.entries(item.additionalOperations ?? {})].flatMap(([key, operation]) =>
    operation ? [{ key, method: key.toLowerCase() as Method, operation }] : [],
  );
}

/** Lists the operations of a document in its order; an operation without an `operationId` gets one made from method and path. */
export function listOperations(document: OpenApiDocument): Operation[] {
  const found = Object.entries(document.paths ?? {}).flatMap(([path, maybeItem]) => {
    const item = resolve<PathItem>(document, maybeItem);
    return operationsIn(item).map((each) => ({ path, item, ...each }));
  });
  const taken = new Set(found.flatMap(({ operation }) => kebabCase(operation.operationId ?? '')));
  const ids = new Set<string>();
  for (const each of found) {
    const { path, method, operation } = each;
    const { operationId } = operation;
    // An id that another operation has already: this one gets its own, in a copy, since both may be written once and referred to.
    if (operationId !== undefined && ids.has(operationId))
      each.operation = { ...operation, operationId: makeOperationId(method, path, taken) };
    else operation.operationId ??= makeOperationId(method, path, taken);
    ids.add(each.operation.operationId as string);
    taken.add(kebabCase(each.operation.operationId as string));
  }
  const slugs = createSlugs();
  return found.map(({ path, method, key, operation, item }) => ({
    slug: slugs.make({ id: operation.operationId as string, method, path }),
    ...readOperation(document, path, method, operation, item),
    pointer: pointerOf([
      'paths',
      path,
      ...(key in (item.additionalOperations ?? {}) ? ['additionalOperations'] : []),
      key,
    ]),
  }));
}

/** An operation of a path, with its references resolved one level deep. */
export function readOperation(
  document: OpenApiDocument,
  path: string,
  method: Method,
  operation: OperationObject,
  item: PathItem,
): Omit<Operation, 'slug' | 'pointer'> {
  const id = operation.operationId as string;
  const aboutPath = [item.summary, item.description].filter(Boolean).join('\n\n');
  return {
    id,
    method,
    path,
    operation,
    parameters: mergeParameters(document, item, operation),
    requestBody: operation.requestBody && resolve<RequestBody>(document, operation.requestBody),
    responses: Object.fromEntries(
      Object.entries(operation.responses ?? {}).map(([status, response]) => [
        status,
        withListedStreams(document, withSentTypes(document, resolve<Response>(document, response))),
      ]),
    ),
    security: operation.security ?? document.security ?? [],
    ...((operation.servers ?? item.servers) && { servers: operation.servers ?? item.servers }),
    ...(aboutPath && { aboutPath }),
  };
}

/** An operation's parameter overrides its path's parameter with the same name and location (OpenAPI 3.1, Path Item Object). */
function mergeParameters(document: OpenApiDocument, item: PathItem, operation: OperationObject): Parameter[] {
  const merged = new Map<string, Parameter>();
  for (const maybe of [...(item.parameters ?? []), ...(operation.parameters ?? [])]) {
    const parameter = resolve<Parameter>(document, maybe);
    if (!isIgnored(parameter)) merged.set(`${parameter.in} ${parameter.name}`, parameter);
  }
  return [...merged.values()];
}

/** Header parameters for content negotiation and authorization are ignored (OpenAPI 3.1, Parameter Object, `name`). */
function isIgnored({ in: place, name }: Parameter): boolean {
  return place === 'header' && /^(accept|content-type|authorization)$/i.test(name);
}

/** `GET /ip-address` and `GET /ip/address` yield the same words: the later one gets a mark that no other has. */
function makeOperationId(method: string, path: string, taken: ReadonlySet<string>): string {
  const [own, marked] = madeIds(method, path);
  return taken.has(kebabCase(own)) ? marked : own;
}

/** The operationIds that an operation without one gets: the words of its method and path, without and with a mark. */
export function madeIds(method: string, path: string): [own: string, marked: string] {
  const words = path.split(/[^A-Za-z0-9]+/).filter(Boolean);
  const own = method + words.map((word) => word[0]?.toUpperCase() + word.slice(1)).join('');
  return [own, `${own}-${markOf({ method, path })}`];
}
