import type { Response } from '../../../server/openapi/document-types.ts';
import { pointerOf } from '../../../server/openapi/faults.ts';
import { declaresHeader, listResponses } from '../list-responses.ts';
import type { StyleRule } from '../style-rule.ts';

/** Who may not send a method is told which he may (RFC 9110, 15.5.6). */
export const allowHeader: StyleRule = {
  name: 'allow-header',
  asks: '405 comes with an Allow header.',
  check: (api) => {
    // A method that a path does not have belongs to no operation, so its answer is often among the components alone.
    const components = Object.entries((api.document.components?.responses ?? {}) as Record<string, Response>)
      .filter(([name]) => /method_?not_?allowed|405/i.test(name))
      .map(([name, response]) => ({ response, pointer: pointerOf(['components', 'responses', name]) }));
    return [...listResponses(api).filter(({ status }) => status === '405'), ...components]
      .filter(({ response }) => !declaresHeader(response, 'Allow'))
      .map(({ pointer }) => ({
        subject: '405',
        pointer,
        message: 'A response with status 405 has no Allow header.',
        mend: 'Declare Allow: the methods that the path has.',
      }));
  },
};
