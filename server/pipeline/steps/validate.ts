import type { Incoming } from '../../answers/incoming.ts';
import type { Issue } from '../../answers/issue.ts';
import { invalidFields, notFound, Refusal } from '../../answers/refusal.ts';
import { say } from '../../answers/say.ts';
import { isCredential } from '../../dialect/named-credentials.ts';
import { mergePatch } from '../../dialect/patches/merge-patch.ts';
import type { OpenApiDocument, Schema } from '../../openapi/document-types.ts';
import { pointerSegments } from '../../openapi/faults.ts';
import { memoize } from '../../openapi/memoize.ts';
import { readParameters } from '../../openapi/parameters.ts';
import { readOnlyNames } from '../../openapi/request-view.ts';
import { findAt } from '../../openapi/resolve.ts';
import { shapeOf } from '../../openapi/schema-shape.ts';
import type { ParameterValues } from '../../openapi/validator.ts';
import { hasProfile } from '../../plan/has-profile.ts';
import { plain } from '../../plan/names.ts';
import type { ServedApi } from '../../plan/served-api.ts';
import { unknownParameters } from '../../plan/unknown-parameters.ts';
import { serverProperties } from '../../records/make-record.ts';
import type { ReadBody } from './read-body.ts';
import type { Route } from './route.ts';

/** A validated request; parameters have their declared types. */
export interface ValidRequest {
  parameters: ParameterValues;
  body: unknown;
}

/** Validates parameters and body together, so that one response names every field; an impossible id is 404. */
export function validate(
  api: ServedApi,
  { operation, pathParameters }: Route,
  incoming: Incoming,
  read: ReadBody | undefined,
): ValidRequest {
  if (incoming.url.includes('%00')) throw nulInAddress();
  const parameters = readParameters(api.document, operation, {
    path: pathParameters,
    query: incoming.query,
    search: incoming.url.replace(/^[^?]*\??/, ''),
    headers: incoming.headers,
  });
  const issues = [
    ...api.validator
      .parameters(operation, parameters)
      .filter((issue) => !isMissingKey(operation, issue) && !isForStore(api, operation, issue)),
    ...unknownParameters(api, operation, incoming.query),
    ...(read?.issues ?? []),
  ];
  const wrongId = issues.find((issue) => issue.in === 'path');
  if (wrongId) throw notFound(pathParameters[wrongId.field.split('.')[0] ?? ''] ?? '');

  const body = read && withoutServerProperties(api, operation, read);
  // Changes get no defaults: these would reset existing values.
  const fill = operation.method !== 'patch' && api.plan.operations.get(operation)?.role !== 'change';
  if (read?.value !== undefined) {
    const wrong = api.validator
      .body(operation, read.declaredType, body, { fill })
      .filter((issue) => !isInPath(api, operation, read.declaredType, issue));
    issues.push(...(isPartOfRecord(api, operation, read) ? wrong.filter((issue) => !isPartial(issue, body)) : wrong));
  } else if (!read && operation.requestBody?.required && mayCarryBody(operation.method)) issues.push(missingBody);
  if (issues.length > 0) throw invalidFields(issues);
  return { parameters, body };
}

/** An id that is shown can be read, even where a path and a record have different rules for it: only the store knows which there are. */
function isForStore(api: ServedApi, operation: Route['operation'], { in: place, field, keyword }: Issue): boolean {
  if (place !== 'path' || !/^(pattern|format|minLength|maxLength|enum)$/.test(keyword)) return false;
  const { plan } = api;
  const { idParameter, resource, parents = [], putCreates } = plan.operations.get(operation) ?? {};
  // What creates a record with this id must not make one that its rules forbid.
  if (putCreates && field === idParameter) return false;
  const store = field === idParameter ? resource?.store : parents.find(({ parameter }) => parameter === field)?.store;
  const isKnown = plan.resources.get(store ?? '')?.discoverableAt?.size;
  return !hasProfile(api) && isKnown !== undefined && isKnown > 0;
}

/** Whether it is the key that is missing at a place where the caller need not have sent it: they are known. */
function isMissingKey({ parameters }: Route['operation'], { in: place, keyword, field }: Issue): boolean {
  if (keyword !== 'required' || (place !== 'header' && place !== 'query')) return false;
  const declared = parameters.find((each) => each.in === place && each.name === field);
  return isCredential(declared ?? { in: place, name: field });
}

/** Whether it is the id of the record that is missing, which the path has, and which the schema of the body asks for without describing it. */
function isInPath(api: ServedApi, operation: Route['operation'], type: string, { keyword, field }: Issue): boolean {
  const { idParameter, resource } = api.plan.operations.get(operation) ?? {};
  if (keyword !== 'required' || idParameter === undefined || hasProfile(api)) return false;
  const isId = [idParameter, resource?.idKey].some((name) => name !== undefined && plain(name) === plain(field));
  return isId && !(field in shapeOf(api.document, operation.requestBody?.content[type]?.schema).properties);
}

/** Whether a merge patch is described by the schema of the record itself, which it is a part of (RFC 7396). */
function isPartOfRecord(api: ServedApi, operation: Route['operation'], { mediaType, declaredType }: ReadBody): boolean {
  if (mediaType !== mergePatch) return false;
  const { schema } = operation.requestBody?.content[declaredType] ?? {};
  const { ref } = shapeOf(api.document, schema);
  const shown = api.plan.operations.get(operation)?.resource?.schema;
  return ref !== undefined && shapeOf(api.document, shown).ref === ref;
}

/** Whether an issue is a field that a merge patch leaves out, or removes; its result is checked once more. */
function isPartial({ keyword, pointer }: Issue, body: unknown): boolean {
  return keyword === 'required' || findAt(body, pointerSegments(pointer)) === null;
}

function nulInAddress(): Refusal {
  return new Refusal('invalid_request', say('http.nul'));
}

/** The body of a GET has no meaning (RFC 9110, 9.3.1), and many clients cannot send one. */
function mayCarryBody(method: string): boolean {
  return method !== 'get' && method !== 'head';
}

const missingBody: Issue = {
  in: 'body',
  pointer: '',
  field: '',
  keyword: 'required',
  params: {},
  message: 'is missing',
};

/** Responses may be sent back as they are: properties that only the server sets are ignored. */
function withoutServerProperties(
  api: ServedApi,
  operation: Route['operation'],
  { value, declaredType }: ReadBody,
): unknown {
  const resource = api.plan.operations.get(operation)?.resource;
  if (!resource || typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const { schema } = operation.requestBody?.content[declaredType] ?? {};
  const fixed = serverProperties(resource, api.document);
  const writable = shapeOf(api.document, schema).properties;
  const isIgnored = (name: string) =>
    fixed.has(name) && (!writable[name] || (schema && readOnlyOf(schema, api.document).has(name)));
  if (!Object.keys(value).some(isIgnored)) return value;
  return Object.fromEntries(Object.entries(value).filter(([name]) => !isIgnored(name)));
}

const readOnlyOf = memoize((schema: Schema, document: OpenApiDocument) => readOnlyNames(document, schema));
