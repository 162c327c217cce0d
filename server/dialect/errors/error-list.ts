import type { Texts } from '../../answers/texts.ts';
import { type ErrorFormat, errorPage } from './error-format.ts';
import { describeIssue } from './field-messages.ts';

/** `{"errors":[{userMessage, internalMessage, code, moreInfo}]}`: Portuguese for the end user, English for the developer. */
export const errorList: ErrorFormat = (refusal, { publicUrl }) => {
  const entry = (code: string, text: Texts) => ({
    userMessage: text.pt,
    internalMessage: text.en,
    code,
    moreInfo: errorPage(publicUrl, code),
  });
  const fields = refusal.issues.map((issue) => {
    const { code, text } = describeIssue(issue);
    return entry(code, text);
  });
  return {
    mediaType: 'application/json',
    body: { errors: fields.length > 0 ? fields : [entry(refusal.code, refusal.detail)] },
  };
};
