import { requiredProperties } from '../required-properties.ts';
import type { StyleRule } from '../style-rule.ts';

/** PATCH changes only what is sent, so no property may be required. */
export const patchChanges: StyleRule = {
  name: 'patch-changes',
  requirement: 'PATCH changes only what is sent, so it requires no property.',
  check: ({ document, operations }) =>
    operations.flatMap(({ method, path, pointer, requestBody }) => {
      const required = method === 'patch' ? requiredProperties(document, requestBody) : [];
      if (required.length === 0) return [];
      return [
        {
          subject: `PATCH ${path}`,
          pointer,
          message: `PATCH ${path} requires ${required.join(', ')}.`,
          remedy: 'Require nothing: properties that are not sent stay unchanged.',
        },
      ];
    }),
};
