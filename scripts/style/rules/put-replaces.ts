import { findOperation, isParameter, segmentsOf } from '../collections.ts';
import { requiredProperties } from '../required-properties.ts';
import type { StyleRule } from '../style-rule.ts';

/** PUT brings the whole record, so it asks for whatever POST asks for. */
export const putReplaces: StyleRule = {
  name: 'put-replaces',
  asks: 'PUT replaces the whole record: it requires all that POST requires.',
  check: (api) =>
    api.operations.flatMap(({ method, path, pointer, requestBody }) => {
      if (method !== 'put' || !isParameter(segmentsOf(path).at(-1))) return [];
      const create = findOperation(api, 'post', path.slice(0, path.lastIndexOf('/')));
      const required = requiredProperties(api.document, requestBody);
      const missing = requiredProperties(api.document, create?.requestBody).filter((name) => !required.includes(name));
      if (missing.length === 0) return [];
      return [
        {
          subject: `PUT ${path}`,
          pointer,
          message: `PUT ${path} does without ${missing.join(', ')}, which POST requires.`,
          mend: 'Require the same of both, and let PATCH change only what is sent.',
        },
      ];
    }),
};
