import Negotiator from 'negotiator';
import type { Answer } from '../../answers/answer.ts';
import type { Incoming } from '../../answers/incoming.ts';
import { joinHeaders } from '../../answers/join-headers.ts';
import { findDeclaredError } from '../../dialect/errors/declared-error.ts';
import { findFormat, writtenTypes } from '../../dialect/formats/format.ts';
import type { Schema } from '../../openapi/document-types.ts';
import { preferredMediaType } from '../../openapi/examples.ts';
import type { Operation } from '../../openapi/operations.ts';
import type { ServedApi } from '../../plan/served-api.ts';
import { isJson } from '../../plan/success-response.ts';

/** What is known of the operation; a refusal may precede all of it. */
export interface AnswerSource {
  api: ServedApi;
  operation?: Operation;
}

/** Converts a JSON response or error into the format that `Accept` prefers among those of the profile. */
export function writeAnswer(
  answer: Answer,
  { headers }: Pick<Incoming, 'headers'>,
  { api, operation }: AnswerSource,
): Answer {
  const { formats } = api.profile;
  const written = writtenTypes(formats);
  if (written.length === 0 || answer.body === undefined || !answer.mediaType) return answer;
  const varied = isJson(answer.mediaType)
    ? { ...answer, headers: joinHeaders(answer.headers, { vary: 'Accept' }) }
    : answer;
  const mediaType = isJson(answer.mediaType) ? preferred([answer.mediaType, ...written], headers) : answer.mediaType;
  const format = findFormat(formats, mediaType);
  if (!format?.write || typeof answer.body === 'string' || Buffer.isBuffer(answer.body)) return varied;
  return {
    ...varied,
    mediaType,
    text: undefined,
    body: format.write(answer.body, { document: api.document, schema: schemaOf(api, operation, answer) }),
  };
}

/** Unacceptable types were refused before; that refusal, and errors of operations without JSON, are in JSON. */
function preferred(offers: string[], headers: Incoming['headers']): string {
  const first = offers[0] as string;
  return headers.accept ? (new Negotiator({ headers } as never).mediaType(offers) ?? first) : first;
}

function schemaOf(
  api: ServedApi,
  operation: Operation | undefined,
  { status, mediaType = '' }: Answer,
): Schema | undefined {
  if (status < 400) {
    const content = operation?.responses[String(status)]?.content ?? {};
    return (content[mediaType] ?? content[preferredMediaType(content) ?? ''])?.schema;
  }
  for (const { responses } of operation ? [operation, ...api.operations] : api.operations) {
    const declared =
      findDeclaredError(api.document, responses, status) ?? findDeclaredError(api.document, responses, 401);
    if (declared) return declared.schema;
  }
  return undefined;
}
