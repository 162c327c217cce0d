import { declaresHeader, listResponses } from '../list-responses.ts';
import type { StyleRule } from '../style-rule.ts';

const headers = ['Deprecation', 'Sunset', 'Link'];

/** Responses announce a deprecation to programs (RFC 9745, RFC 8594), with a link to the migration guide. */
export const deprecationHeaders: StyleRule = {
  name: 'deprecation-headers',
  requirement: 'Responses of deprecated operations have Deprecation, Sunset and Link headers.',
  check: (api) =>
    listResponses(api)
      .filter(({ operation, status }) => operation.operation.deprecated && /^2/.test(status))
      .map((declared) => ({ ...declared, missing: headers.filter((name) => !declaresHeader(declared.response, name)) }))
      .filter(({ missing }) => missing.length > 0)
      .map(({ operation: { method, path }, status, pointer, missing }) => ({
        subject: `${method.toUpperCase()} ${path}`,
        pointer,
        message: `${method.toUpperCase()} ${path} is deprecated, and its ${status} lacks ${missing.join(', ')}.`,
        remedy: 'Declare when it was deprecated, when it will be removed, and where the migration guide is.',
      })),
};
