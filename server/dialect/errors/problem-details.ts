import { type ErrorFormat, errorPage } from './error-format.ts';
import { describeIssue } from './field-messages.ts';

/** RFC 9457 problem details, with one entry of `errors` per field. */
export const problemDetails: ErrorFormat = (refusal, { status, requestId, publicUrl, language }) => ({
  mediaType: 'application/problem+json',
  body: {
    type: errorPage(publicUrl, refusal.code, language),
    title: refusal.title[language],
    status,
    detail: refusal.detail[language],
    code: refusal.code,
    request_id: requestId,
    ...(refusal.quota && { quota: refusal.quota }),
    ...(refusal.issues.length > 0 && {
      errors: refusal.issues.map((issue) => {
        const { code, text } = describeIssue(issue);
        return { pointer: `#${issue.pointer}`, in: issue.in, code, detail: text[language] };
      }),
    }),
  },
});
