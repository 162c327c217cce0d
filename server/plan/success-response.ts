import { preferredMediaType } from '../openapi/examples.ts';
import { findResponse } from '../openapi/find-response.ts';
import type { Operation } from '../openapi/operations.ts';
import { findFraming } from '../openapi/streamed-content.ts';
import type { Success } from './plan-types.ts';

const preferredStatus: Partial<Record<Operation['method'], number[]>> = {
  post: [201, 200, 202, 204],
  put: [200, 204, 201, 202],
  delete: [204, 200, 202],
};

/** The status, media type and schema of an operation's success response; a stream of records is the list of them. */
export function successOf(operation: Operation): Success {
  const all = Object.keys(operation.responses);
  const good = all.filter((status) => /^2(\d\d|XX)$/i.test(status));
  // Some operations only redirect.
  const declared = good.length > 0 || all.includes('default') ? good : all.filter((status) => /^3\d\d$/.test(status));
  const wanted = preferredStatus[operation.method]?.find((status) => declared.includes(String(status)));
  const key = wanted ? String(wanted) : (declared[0] ?? ('default' in operation.responses ? 'default' : undefined));
  const content = (key && operation.responses[key]?.content) || {};
  const mediaType = preferredMediaType(content);
  const status = key && /^\d+$/.test(key) ? Number(key) : mediaType || !key ? 200 : 204;
  const { schema, listed } = (mediaType && content[mediaType]) || {};
  if (findFraming(mediaType) && listed)
    return { status, mediaType: 'application/json', content, schema: listed, sentAs: mediaType };
  return { status, mediaType, content, schema };
}

/** The media type that a success is sent as, the usual one. */
export function sentTypeOf({ sentAs, mediaType }: Success): string | undefined {
  return sentAs ?? mediaType;
}

/** The status of a record that was created: 201, unless the document has another for it. */
export function createdStatus({ responses }: Operation, { status }: Success): number {
  return String(status) in responses ? status : 201;
}

/** Whether an operation declares a response header for a status; header names are case-insensitive (RFC 9110, 5.1). */
export function declaresHeader({ responses }: Operation, status: number, name: string): boolean {
  const { headers = {} } = findResponse(responses, status) ?? responses.default ?? {};
  return Object.keys(headers).some((declared) => declared.toLowerCase() === name);
}
