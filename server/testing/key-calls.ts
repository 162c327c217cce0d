import assert from 'node:assert/strict';
import { assertPlatformDeclares } from './assert-declared.ts';
import { customers } from './notas.ts';
import type { TestAnswer, TestPortal } from './test-portal.ts';

/** The calls that tests about API keys make; `guest` is the key that makes them, unless another one is named. */
export interface KeyCalls {
  call(request: string, body?: unknown, key?: string): Promise<TestAnswer>;
  /** Makes a key that may read Notas, unless the fields say otherwise. */
  newKey(fields?: object, maker?: string): Promise<TestAnswer['body']>;
  /** The status with which Notas answers whoever has this secret. */
  statusOf(secret: string): Promise<number>;
  /** Asserts that the document declares this answer of an operation. */
  assertDeclared(id: string, answer: TestAnswer): void;
}

/** Calls of a portal that may start later; what it is, and who calls, is read at each call. */
export function keyCalls(read: () => { portal: TestPortal; guest: string }): KeyCalls {
  const call: KeyCalls['call'] = (request, body, key = read().guest) =>
    read().portal.call(request.replace(' ', ' /platform/v1'), { key, body });
  return {
    call,
    newKey: async (fields = {}, maker) => {
      const { status, body } = await call('POST /api_keys', { name: 'Loja', scopes: ['notas:read'], ...fields }, maker);
      assert.equal(status, 201, JSON.stringify(body));
      return body;
    },
    statusOf: async (secret) => (await read().portal.call(`GET ${customers}`, { key: secret })).status,
    assertDeclared: (id, answer) => assertPlatformDeclares(read().portal, id, answer),
  };
}
