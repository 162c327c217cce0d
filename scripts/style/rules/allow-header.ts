import type { Response } from '../../../server/openapi/document-types.ts';
import { pointerOf } from '../../../server/openapi/faults.ts';
import { declaresHeader, listResponses } from '../list-responses.ts';
import type { StyleRule } from '../style-rule.ts';

/** A 405 response must list the allowed methods (RFC 9110, 15.5.6). */
export const allowHeader: StyleRule = {
  name: 'allow-header',
  requirement: 'Responses with status 405 have an Allow header.',
  check: (api) => {
    // An unsupported method belongs to no operation, so its response is often only among the components.
    const components = Object.entries((api.document.components?.responses ?? {}) as Record<string, Response>)
      .filter(([name]) => /method_?not_?allowed|405/i.test(name))
      .map(([name, response]) => ({ response, pointer: pointerOf(['components', 'responses', name]) }));
    return [...listResponses(api).filter(({ status }) => status === '405'), ...components]
      .filter(({ response }) => !declaresHeader(response, 'Allow'))
      .map(({ pointer }) => ({
        subject: '405',
        pointer,
        message: 'A response with status 405 has no Allow header.',
        remedy: 'Declare the Allow header: the methods of the path.',
      }));
  },
};
