import { declaresHeader, listResponses } from '../list-responses.ts';
import type { StyleRule } from '../style-rule.ts';

const headers = ['Deprecation', 'Sunset', 'Link'];

/** Programs that still use what is deprecated learn it from its answers (RFC 9745, RFC 8594), and where to go. */
export const deprecationHeaders: StyleRule = {
  name: 'deprecation-headers',
  asks: 'Deprecated operations answer with Deprecation, Sunset and a Link to the guide.',
  check: (api) =>
    listResponses(api)
      .filter(({ operation, status }) => operation.operation.deprecated && /^2/.test(status))
      .map((declared) => ({ ...declared, missing: headers.filter((name) => !declaresHeader(declared.response, name)) }))
      .filter(({ missing }) => missing.length > 0)
      .map(({ operation: { method, path }, status, pointer, missing }) => ({
        subject: `${method.toUpperCase()} ${path}`,
        pointer,
        message: `${method.toUpperCase()} ${path} is deprecated, and its ${status} lacks ${missing.join(', ')}.`,
        mend: 'Declare when it was deprecated, when it ends, and where the guide is.',
      })),
};
