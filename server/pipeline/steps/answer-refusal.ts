import type { Answer } from '../../answers/answer.ts';
import type { Incoming } from '../../answers/incoming.ts';
import { preferredLanguage } from '../../answers/preferred-language.ts';
import type { Refusal } from '../../answers/refusal.ts';
import { findDeclaredError } from '../../dialect/errors/declared-error.ts';
import { fillError } from '../../dialect/errors/fill-error.ts';
import { problemDetails } from '../../dialect/errors/problem-details.ts';
import type { Profile } from '../../dialect/profile.ts';
import { findDocumentLanguage } from '../../openapi/document-language.ts';
import type { Operation } from '../../openapi/operations.ts';
import type { ServedApi } from '../../plan/served-api.ts';

/** The operation that is refused, as far as it is known, and the time on the caller's clock. */
interface Refused {
  api?: ServedApi;
  operation?: Operation;
  now?: Date;
}

/**
 * Formats a refusal by the API's profile, else by the error schema in its document, else by RFC 9457; in the language that the caller
 * prefers, else in that of the document.
 */
export function answerRefusal(
  refusal: Refusal,
  { id, headers, path }: Pick<Incoming, 'id' | 'headers'> & { path?: string },
  publicUrl: string,
  { api, operation, now }: Refused = {},
): Answer {
  const { profile } = api ?? {};
  const status = profile?.statuses?.[refusal.code] ?? refusal.status;
  const language = preferredLanguage(headers, api && findDocumentLanguage(api.document));
  const facts = { status, requestId: id, publicUrl, language, path, now };
  const declared =
    api && !profile?.errors && findDeclaredError(api.document, responsesOf(api, operation), status, headers.accept);
  if (declared) {
    const subject = { refusal, facts: { ...facts, status: declared.status } };
    const { schema } = declared;
    return {
      status: declared.status,
      mediaType: declared.mediaType,
      headers: { ...refusal.headers, ...waitOf(refusal, profile) },
      body: schema ? fillError(api.document, schema, subject) : problemDetails(refusal, subject.facts).body,
    };
  }
  const { mediaType, body } = (profile?.errors ?? problemDetails)(refusal, facts);
  return { status, headers: { ...headersOf(refusal, status), ...waitOf(refusal, profile) }, mediaType, body };
}

/** Without a 401, an API must not send a challenge (RFC 9110, 11.6.1). */
function headersOf({ headers, status: usual }: Refusal, status: number): Refusal['headers'] {
  const { 'www-authenticate': challenge, ...others } = headers;
  return usual === 401 && status !== 401 && challenge !== undefined ? others : headers;
}

/** The API's own header for the wait, whichever limit was exceeded. */
function waitOf({ code, headers }: Refusal, profile: Profile | undefined): Refusal['headers'] {
  const { waitHeader } = profile?.limits ?? {};
  const seconds = headers['retry-after'];
  return code === 'too_many_requests' && waitHeader && seconds ? { [waitHeader]: seconds } : {};
}

/** A request without an operation is answered as the API's first operation would. */
function responsesOf({ operations }: ServedApi, operation: Operation | undefined): Operation['responses'] {
  return (operation ?? operations[0])?.responses ?? {};
}
