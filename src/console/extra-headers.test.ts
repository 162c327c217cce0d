import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isSendable, withHeaders } from './extra-headers.ts';

test('headers of the reader are sent besides those of the document, or in their place', () => {
  const request = {
    method: 'GET',
    url: '/',
    headers: [['Accept', 'application/json']] as [string, string][],
    cookies: [],
    credentials: [],
  };
  const { headers } = withHeaders(request, [
    ['X-Trace', '1'],
    ['accept', 'text/csv'],
    ['', 'nothing'],
    ['not a name', 'x'],
  ]);
  assert.deepEqual(headers, [
    ['X-Trace', '1'],
    ['accept', 'text/csv'],
  ]);
  assert.equal(withHeaders(request), request);
});

test('what a browser would refuse is told before', () => {
  assert.ok(isSendable(['', '']) && isSendable(['X-A', 'é']));
  assert.ok(!isSendable(['X A', '']) && !isSendable(['X-A', '\n']) && !isSendable(['X-A', '€']));
});
