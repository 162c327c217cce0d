import type { Answer } from '../../answers/answer.ts';
import type { Incoming } from '../../answers/incoming.ts';
import { entityTagOf } from '../../dialect/caching/entity-tag.ts';
import {
  type DeclaredHeader,
  declaredHeadersOf,
  exampleOfHeader,
  writeHeader,
} from '../../openapi/declared-headers.ts';
import type { OpenApiDocument, Response } from '../../openapi/document-types.ts';
import { findResponse, hasSuccess } from '../../openapi/find-response.ts';
import type { Operation } from '../../openapi/operations.ts';
import { validatorOf } from '../../openapi/validator.ts';
import { hasProfile } from '../../plan/has-profile.ts';
import type { ServedApi } from '../../plan/served-api.ts';

type Headers = Record<string, string>;

/** Tells the true value of a header; undefined where nobody knows it. */
type Known = (answer: Answer, incoming: Incoming, name: string) => string | undefined;

/** Headers that tell of pages: where the sandbox sends none, an example would be untrue. */
const ofPages = /^(link|content-range|(x-)?(total|page|pages|next|prev|per-page|pagination|count)(-.*)?)$/;

const known: [RegExp, Known][] = [
  [
    /^etag$/,
    ({ status, mediaType, body }) =>
      status < 300 && body !== undefined ? entityTagOf({ status, mediaType, body }) : undefined,
  ],
  [/^cache-control$/, () => 'no-store'],
  [/^(.*-)?(request|correlation|trace)-?id$/, (_answer, { id, headers }, name) => [headers[name] ?? id].flat()[0]],
  [/^last-modified$/, ({ status }) => (status < 400 ? new Date().toUTCString() : undefined)],
  [/^content-disposition$/, ({ body }) => (Buffer.isBuffer(body) ? 'attachment' : undefined)],
];

/**
 * The headers that the document declares for a response and that it does not have yet: what is known of them, else the document's
 * example; those that are required in any case. With a profile its author decides.
 */
export function declaredHeaders(
  answer: Answer,
  sent: Headers,
  incoming: Incoming,
  { api, operation }: { api: ServedApi; operation?: Operation },
): Headers {
  if (!operation || api.isPlatform || hasProfile(api)) return {};
  const plan = api.plan.operations.get(operation);
  const response = responseOf(operation, answer.status, plan?.success.status);
  const isList = answer.status < 400 && plan?.role === 'list';
  const headers: Headers = {};
  for (const each of (response && declaredHeadersOf(response, api.document)) ?? []) {
    if (sent[each.name] !== undefined) continue;
    const value = valueOfHeader(each, answer, incoming, { document: api.document, isList });
    if (value !== undefined) headers[each.name] = value;
  }
  return headers;
}

/** A 304 has the headers that the 200 would have had (RFC 9110, 15.4.5). The default is for errors, unless nothing else tells of success. */
function responseOf(
  { responses }: Pick<Operation, 'responses'>,
  status: number,
  success?: number,
): Response | undefined {
  const own = findResponse(responses, status);
  if (own || status >= 400) return own ?? responses.default;
  if (status === 304 && success !== undefined) return responseOf({ responses }, success);
  return hasSuccess(responses) ? undefined : responses.default;
}

function valueOfHeader(
  each: DeclaredHeader,
  answer: Answer,
  incoming: Incoming,
  { document, isList }: { document: OpenApiDocument; isList: boolean },
): string | undefined {
  const { name, isRequired, isShown, header, schema } = each;
  const told = known.find(([pattern]) => pattern.test(name))?.[1](answer, incoming, name);
  const isValid = told !== undefined && (!schema || validatorOf(document).response(schema, told).length === 0);
  if (isValid) return writeHeader(header, told);
  if (name === 'location' && isRequired && !isShown) return incoming.path;
  const isUntrue = isList && ofPages.test(name);
  return !isUntrue && (isRequired || isShown) ? exampleOfHeader(each, document) : undefined;
}
