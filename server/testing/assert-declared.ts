import assert from 'node:assert/strict';
import type { TestAnswer, TestPortal } from './test-portal.ts';

/** Asserts that the platform's document declares this response of an operation. */
export function assertPlatformDeclares(
  portal: TestPortal,
  id: string,
  { status, body }: Pick<TestAnswer, 'status' | 'body'>,
): void {
  const api = portal.context.apis.get('platform');
  const operation = api?.operations.find((candidate) => candidate.id === id);
  const content = Object.values(operation?.responses[String(status)]?.content ?? {})[0];
  assert.ok(api && content?.schema, `${id} declares no body for ${status}`);
  assert.deepEqual(api.validator.response(content.schema, body), [], `${id}: ${JSON.stringify(body)}`);
}
