import assert from 'node:assert/strict';
import { startTestPortal, type TestAnswer, type TestPortal } from './test-portal.ts';

const origin = 'https://portal.example';

/** A portal at the origin that the errors link to. */
export function startRefusingPortal(): Promise<TestPortal> {
  return startTestPortal({ env: { PUBLIC_URL: origin } });
}

/** Asserts status and codes, and that every entry of the error envelope of Notas is complete. */
export function assertRefused({ status, headers, body }: TestAnswer, expected: number, ...codes: string[]): void {
  assert.equal(status, expected, JSON.stringify(body));
  assert.equal(headers['content-type'], 'application/json; charset=UTF-8');
  assert.deepEqual(
    body.errors.map(({ code }: { code: string }) => code),
    codes,
  );
  for (const { userMessage, internalMessage, code, moreInfo } of body.errors) {
    assert.ok(userMessage && internalMessage && userMessage !== internalMessage);
    assert.equal(moreInfo, `${origin}/guides/errors#${code}`);
  }
}
