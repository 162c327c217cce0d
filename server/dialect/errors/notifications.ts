import type { ErrorFormat } from './error-format.ts';
import { describeIssue } from './field-messages.ts';

const types: Record<number, string> = {
  400: 'Validation_Error',
  401: 'Authentication_Error',
  403: 'Authorization_Error',
  404: 'Not_Found_Error',
  405: 'Method_Not_Allowed_Error',
  409: 'Business_Logic_Error',
  412: 'Business_Logic_Error',
  429: 'Too_Many_Requests_Error',
};

/** `{"type", "description", "notifications": […]}`: one notification per field, else the refusal's detail. */
export const notificationError: ErrorFormat = (refusal, { status, language }) => {
  const fields = refusal.issues.map((issue) => describeIssue(issue).text[language]);
  return {
    mediaType: 'application/json',
    body: {
      type: types[status] ?? (status < 500 ? 'Validation_Error' : 'Internal_Error'),
      description: refusal.title[language],
      notifications: fields.length > 0 ? fields : [refusal.detail[language]],
    },
  };
};
