import assert from 'node:assert/strict';
import { it } from 'node:test';
import { toPlatformError } from './platform-error.ts';

it('distinguishes an unreachable server from a rejection', () => {
  assert.equal(toPlatformError(new TypeError('Failed to fetch'), undefined).kind, 'unreachable');
  const refused = toPlatformError(
    { title: 'Forbidden', detail: 'Not from here.' },
    new Response(null, { status: 403 }),
  );
  assert.deepEqual([refused.kind, refused.status, refused.message], ['refused', 403, 'Not from here.']);
  assert.equal(toPlatformError('<html>', new Response(null, { status: 502 })).message, 'HTTP 502');
});

it('reports the field errors of a problem document', () => {
  const problem = { title: 'Invalid', detail: 'Fields are invalid.', errors: [{ detail: '"url" leads nowhere.' }] };
  assert.equal(toPlatformError(problem, new Response(null, { status: 422 })).message, '"url" leads nowhere.');
});

it('reads Retry-After in seconds or as a date', () => {
  const limited = (value: string) =>
    toPlatformError({}, new Response(null, { status: 429, headers: { 'Retry-After': value } }));
  assert.equal(limited('90').kind, 'limited');
  assert.equal(limited('90').retryAfterSeconds, 90);
  const date = limited(new Date(Date.now() + 30_000).toUTCString()).retryAfterSeconds ?? 0;
  assert.ok(date > 27 && date <= 31, String(date));
  assert.equal(limited('soon').retryAfterSeconds, undefined);
});

it('leads to the entry of a refused call in the request log, if a workspace has it', () => {
  const refused = (status: number, url: string) => {
    const response = new Response(null, { status, headers: { 'X-Request-Id': 'req_1' } });
    return toPlatformError({}, Object.defineProperty(response, 'url', { value: url })).requestId;
  };
  assert.equal(refused(403, 'http://h/platform/v1/api_keys'), 'req_1');
  assert.equal(refused(401, 'http://h/platform/v1/api_keys'), undefined);
  assert.equal(refused(403, 'http://h/account/sign-in'), undefined);
});
