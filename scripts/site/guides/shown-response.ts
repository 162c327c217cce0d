import { STATUS_CODES } from 'node:http';
import type { Refusal } from '../../../server/answers/refusal.ts';
import { missingCredentials, schemesOf } from '../../../server/dialect/credentials.ts';
import { exampleOfMediaType, exampleRequest, preferredMediaType } from '../../../server/openapi/examples.ts';
import type { ApiDocument } from '../../../server/openapi/load-api.ts';
import type { Operation } from '../../../server/openapi/operations.ts';
import { placeExample } from '../../../server/openapi/place-example.ts';
import { basePathOf } from '../../../server/openapi/servers.ts';
import { answerRefusal } from '../../../server/pipeline/steps/answer-refusal.ts';
import type { ServedApi } from '../../../server/plan/served-api.ts';
import type { Locale } from '../../../server/settings/languages.ts';
import { writtenOrigin } from '../mark-runnable.ts';

/** Longer bodies say more than a guide wants to. */
const mostLines = 40;

/** A response as the document describes it: its status, and the beginning of its example. */
export function shownResponse({ document }: ApiDocument, { responses }: Operation, status: number): string {
  const content = responses[status]?.content ?? {};
  const mediaType = preferredMediaType(content) ?? '';
  const example = /json/.test(mediaType)
    ? exampleOfMediaType(document, content[mediaType] ?? {}, 'response')
    : undefined;
  if (typeof example !== 'object' || example === null) return shownHead(status);
  const lines = JSON.stringify(example, null, 2).split('\n');
  return shownBody(status, lines.length > mostLines ? [...lines.slice(0, mostLines), '  …'] : lines);
}

/** The line with which a response begins, as `curl -i` shows it. */
export function shownHead(status: number, headers: string[] = []): string {
  return ['```http', `HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...headers, '```'].join('\n');
}

/** What an API answers to a call without a key, in its own error format; empty where that is not JSON. */
export function shownRefusal(api: ServedApi, operation: Operation, locale: Locale): string {
  const refusal: Refusal = missingCredentials(schemesOf(api.document, operation));
  const headers = locale === 'pt-BR' ? {} : { 'accept-language': 'en' };
  const path = basePathOf(api, operation) + placeExample(operation, exampleRequest(api, operation)).path;
  const incoming = { id: 'req_14c5f5a00d7b4aedbea76668679c35d0', headers, path };
  const { status, body } = answerRefusal(refusal, incoming, writtenOrigin, { api, operation });
  return typeof body === 'object' && body !== null ? shownBody(status, JSON.stringify(body, null, 2).split('\n')) : '';
}

function shownBody(status: number, lines: string[]): string {
  return [`\`\`\`json title="${status} ${STATUS_CODES[status]}"`, ...lines, '```'].join('\n');
}
