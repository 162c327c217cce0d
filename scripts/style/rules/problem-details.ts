import type { OpenApiDocument, Response } from '../../../server/openapi/document-types.ts';
import { shapeOf } from '../../../server/openapi/schema-shape.ts';
import { listResponses } from '../list-responses.ts';
import type { StyleRule } from '../style-rule.ts';

const problem = 'application/problem+json';
const members = ['type', 'title', 'status', 'detail'];

/** One error format for all APIs, which libraries support (RFC 9457). */
export const problemDetails: StyleRule = {
  name: 'problem-details',
  requirement: 'Errors are problem details (RFC 9457).',
  check: (api) =>
    listResponses(api)
      .filter(({ status, response }) => /^([45]|default)/.test(status) && !isProblem(api.document, response))
      .map(({ operation, status, pointer }) => ({
        subject: status,
        pointer,
        message: `${operation.method.toUpperCase()} ${operation.path} returns ${status} without problem details.`,
        remedy: `Return only ${problem}, with ${members.join(', ')} (RFC 9457).`,
      })),
};

function isProblem(document: OpenApiDocument, { content = {} }: Response): boolean {
  const { properties } = shapeOf(document, content[problem]?.schema);
  return Object.keys(content).join() === problem && members.every((name) => name in properties);
}
