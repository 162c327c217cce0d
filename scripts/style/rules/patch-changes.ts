import { requiredProperties } from '../required-properties.ts';
import type { StyleRule } from '../style-rule.ts';

/** PATCH changes only what is sent, so there is nothing that must be. */
export const patchChanges: StyleRule = {
  name: 'patch-changes',
  asks: 'PATCH changes only what is sent: it requires no property.',
  check: ({ document, operations }) =>
    operations.flatMap(({ method, path, pointer, requestBody }) => {
      const required = method === 'patch' ? requiredProperties(document, requestBody) : [];
      if (required.length === 0) return [];
      return [
        {
          subject: `PATCH ${path}`,
          pointer,
          message: `PATCH ${path} requires ${required.join(', ')}.`,
          mend: 'Require nothing: what is not sent stays as it is.',
        },
      ];
    }),
};
