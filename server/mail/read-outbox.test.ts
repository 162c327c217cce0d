import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mayReadOutbox } from './read-outbox.ts';

function may(address: string | undefined, headers = {}): boolean {
  const config = { smtpUrl: undefined, outbox: 'local' as const };
  return mayReadOutbox(config, { address, headers: { host: 'localhost:3000', ...headers } });
}

test('this machine may read the outbox, however its address is written', () => {
  for (const address of ['127.0.0.1', '127.8.8.8', '::1', '0:0:0:0:0:0:0:1', '::ffff:127.0.0.1', '::FFFF:7f00:1'])
    assert.ok(may(address), address);
});

test('no one else may', () => {
  for (const address of ['10.0.0.1', '128.0.0.1', '::', '::2', '::ffff:10.0.0.1', '::127.0.0.1', '0177.0.0.1', ''])
    assert.ok(!may(address), address);
  assert.ok(!may(undefined));
  assert.ok(!may('127.0.0.1', { 'x-forwarded-for': '127.0.0.1' }));
  assert.ok(!may('127.0.0.1', { host: 'rebound.example' }));
});
