import { findOperation, isParameter, segmentsOf } from '../collections.ts';
import { requiredProperties } from '../required-properties.ts';
import type { StyleRule } from '../style-rule.ts';

/** PUT sends the entire record, so it requires everything that POST requires. */
export const putReplaces: StyleRule = {
  name: 'put-replaces',
  requirement: 'PUT replaces the entire record, so it requires everything that POST requires.',
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
          message: `PUT ${path} does not require ${missing.join(', ')}, unlike POST.`,
          remedy: 'Require the same properties in both; for partial changes there is PATCH.',
        },
      ];
    }),
};
