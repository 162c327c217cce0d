import assert from 'node:assert/strict';
import type { TestAnswer } from './test-portal.ts';

/** Asserts the status and the form of an error of Recebíveis; returns its notifications. */
export function refused({ status, headers, body }: TestAnswer, wanted: number, type: string): string[] {
  assert.equal(status, wanted, JSON.stringify(body));
  assert.match(headers['content-type'] ?? '', /^application\/json/);
  assert.deepEqual(Object.keys(body), ['type', 'description', 'notifications']);
  assert.equal(body.type, type);
  assert.ok(body.notifications.length > 0 && body.notifications.every((text: unknown) => typeof text === 'string'));
  return body.notifications;
}
