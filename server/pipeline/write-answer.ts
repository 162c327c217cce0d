import Negotiator from 'negotiator';
import type { Answer } from '../dialect/answer.ts';
import { findDeclaredError } from '../dialect/errors/declared-error.ts';
import { findFormat, writtenTypes } from '../dialect/formats/format.ts';
import type { Profile } from '../dialect/profile.ts';
import { withVary } from '../dialect/vary.ts';
import type { Schema } from '../openapi/document-types.ts';
import { preferredMediaType } from '../openapi/examples.ts';
import type { ApiDocument } from '../openapi/load-api.ts';
import type { Operation } from '../openapi/operations.ts';
import { isJson } from '../sandbox/plan/success-response.ts';
import type { Incoming } from './exchange.ts';

/** What is known of the operation that answers; a refusal may come before anything is. */
export interface AnswerSource {
  api?: ApiDocument;
  profile?: Profile;
  operation?: Operation;
}

/** Turns a JSON answer, an error too, into the format that `Accept` prefers of those that the profile lists. */
export function writeAnswer(
  answer: Answer,
  { headers }: Pick<Incoming, 'headers'>,
  { api, profile, operation }: AnswerSource,
): Answer {
  const written = writtenTypes(profile?.formats);
  if (!api || written.length === 0 || answer.body === undefined || !answer.mediaType) return answer;
  const varied = isJson(answer.mediaType) ? { ...answer, headers: withVary(answer.headers, 'Accept') } : answer;
  const mediaType = isJson(answer.mediaType) ? preferred([answer.mediaType, ...written], headers) : answer.mediaType;
  const format = findFormat(profile?.formats, mediaType);
  if (!format?.write || typeof answer.body === 'string' || Buffer.isBuffer(answer.body)) return varied;
  return {
    ...varied,
    mediaType,
    text: undefined,
    body: format.write(answer.body, { document: api.document, schema: schemaOf(api, operation, answer) }),
  };
}

/** What is not acceptable was refused before; that refusal itself, and errors of what is no JSON, are told in JSON. */
function preferred(offers: string[], headers: Incoming['headers']): string {
  const first = offers[0] as string;
  return headers.accept ? (new Negotiator({ headers } as never).mediaType(offers) ?? first) : first;
}

function schemaOf(
  api: ApiDocument,
  operation: Operation | undefined,
  { status, mediaType = '' }: Answer,
): Schema | undefined {
  if (status < 400) {
    const content = operation?.responses[String(status)]?.content ?? {};
    return (content[mediaType] ?? content[preferredMediaType(content) ?? ''])?.schema;
  }
  for (const { responses } of operation ? [operation, ...api.operations] : api.operations) {
    const declared = findDeclaredError(responses, status) ?? findDeclaredError(responses, 401);
    if (declared) return declared.schema;
  }
  return undefined;
}
