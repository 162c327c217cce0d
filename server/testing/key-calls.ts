import assert from 'node:assert/strict';
import { assertPlatformDeclares } from './assert-declared.ts';
import { customers } from './notas.ts';
import type { TestAnswer, TestPortal } from './test-portal.ts';

/** Requests for tests of API keys, sent with the key `guest` unless another one is named. */
export interface KeyCalls {
  call(request: string, body?: unknown, key?: string): Promise<TestAnswer>;
  /** Creates a key that may read Notas, unless the fields say otherwise. */
  newKey(fields?: object, maker?: string): Promise<TestAnswer['body']>;
  /** The status of a request to Notas with this secret. */
  statusOf(secret: string): Promise<number>;
  /** Asserts that the document declares this response of an operation. */
  assertDeclared(id: string, answer: TestAnswer): void;
}

/** Calls on a portal that may start later; the portal and the key are read at each call. */
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
