import { isJson } from '../../../wire/media-types.ts';
import type { Answer } from '../../answers/answer.ts';
import type { Incoming } from '../../answers/incoming.ts';
import { joinHeaders } from '../../answers/join-headers.ts';
import { findDeclaredError } from '../../dialect/errors/declared-error.ts';
import { findFormat, writtenTypes } from '../../dialect/formats/format.ts';
import { preferredType } from '../../dialect/formats/preferred-type.ts';
import { xml } from '../../dialect/formats/xml.ts';
import type { Schema } from '../../openapi/document-types.ts';
import { memoize } from '../../openapi/memoize.ts';
import type { Operation } from '../../openapi/operations.ts';
import { isObjectOrList, isXml } from '../../openapi/structured-types.ts';
import { offeredTypes } from '../../plan/offered-types.ts';
import type { OperationPlan } from '../../plan/plan-types.ts';
import type { ServedApi } from '../../plan/served-api.ts';

/** What is known of the operation; a refusal may precede all of it. */
export interface AnswerSource {
  api: ServedApi;
  operation?: Operation;
}

/** Writes a value, or an error, in the notation that `Accept` prefers among those that the response has: JSON, XML, a format of the profile. */
export function writeAnswer(
  answer: Answer,
  { headers }: Pick<Incoming, 'headers'>,
  { api, operation }: AnswerSource,
): Answer {
  const { mediaType, body } = answer;
  if (body === undefined || !mediaType || !(isJson(mediaType) || isXml(mediaType))) return answer;
  const offers = offersOf(mediaType, answer, { api, operation });
  const varied = offers.length > 1 ? { ...answer, headers: joinHeaders(answer.headers, { vary: 'Accept' }) } : answer;
  if (typeof body !== 'object' && !isJson(mediaType)) return varied;
  // Unacceptable types were refused before; that refusal, and errors of operations without JSON, are in their own.
  const preferred = preferredType(offers, headers.accept) ?? mediaType;
  const chosen = answer.status < 400 || offers.includes(preferred) ? preferred : mediaType;
  const format = findFormat(api.profile.formats, chosen) ?? (isXml(chosen) ? xml : undefined);
  if (!format?.write) return chosen === mediaType ? varied : { ...varied, mediaType: chosen };
  if (typeof body === 'string' || Buffer.isBuffer(body)) return varied;
  const schema = schemaOf(api, operation, { ...answer, mediaType: chosen });
  return {
    ...varied,
    mediaType: chosen,
    text: undefined,
    body: format.write(body, { document: api.document, schema }),
  };
}

/** The notations of a value: those in which the document declares the same response, and the profile's. */
function offersOf(mediaType: string, { status }: Answer, { api, operation }: AnswerSource): string[] {
  const plan = operation && api.plan.operations.get(operation);
  const declared = plan && status < 400 ? notationsOf(plan, api) : [];
  if (declared.includes(mediaType)) return declared;
  return [mediaType, ...(isJson(mediaType) ? writtenTypes(api.profile.formats) : [])];
}

const notationsOf = memoize((plan: OperationPlan, { document, profile }: ServedApi): string[] => {
  const { content = {} } = plan.success;
  const written = writtenTypes(profile.formats);
  return offeredTypes(plan, profile).filter(
    (type) =>
      isJson(type) ||
      written.includes(type) ||
      // Some documents give the type text/plain to what is JSON.
      ((isXml(type) || type === 'text/plain') && isObjectOrList(document, content[type]?.schema)),
  );
});

function schemaOf(
  api: ServedApi,
  operation: Operation | undefined,
  { status, mediaType = '' }: Answer,
): Schema | undefined {
  if (status < 400) {
    const { success } = (operation && api.plan.operations.get(operation)) ?? {};
    const { content = {}, schema } = success ?? {};
    const declared = content[mediaType]
      ? mediaType
      : Object.keys(content).find((type) => isXml(type) && isXml(mediaType));
    return declared ? content[declared]?.schema : schema;
  }
  for (const { responses } of operation ? [operation, ...api.operations] : api.operations) {
    const declared =
      findDeclaredError(api.document, responses, status) ?? findDeclaredError(api.document, responses, 401);
    if (declared) return declared.schema;
  }
  return undefined;
}
