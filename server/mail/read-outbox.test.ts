import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mayReadOutbox } from './read-outbox.ts';

function may(address: string | undefined, headers = {}, publicUrl = 'http://localhost:3000'): boolean {
  const config = { smtpUrl: undefined, outbox: 'local' as const, publicUrl };
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
  for (const header of ['x-forwarded-for', 'x-forwarded-proto', 'x-forwarded-port', 'via', 'x-real-ip'])
    assert.ok(!may('127.0.0.1', { [header]: '127.0.0.1' }), header);
  for (const header of ['forwarded', 'cf-connecting-ip', 'true-client-ip'])
    assert.ok(!may('127.0.0.1', { [header]: '127.0.0.1' }), header);
  assert.ok(!may('127.0.0.1', { host: 'rebound.example' }));
});

test('where the portal has a public address, no one may: a proxy that says nothing of itself looks like this machine', () => {
  for (const url of [
    'https://portal.example',
    'http://localhost.portal.example:3000',
    'http://10.0.0.1',
    'http://[::2]',
  ])
    assert.ok(!may('127.0.0.1', {}, url), url);
  for (const url of ['http://localhost', 'http://127.0.0.1:3000/developers', 'https://[::1]:3000'])
    assert.ok(may('127.0.0.1', {}, url), url);
});
