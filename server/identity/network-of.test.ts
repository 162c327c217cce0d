import assert from 'node:assert/strict';
import { test } from 'node:test';
import { networkOf } from './network-of.ts';

test('an IPv4 caller is one address, whatever family the server listens on', () => {
  for (const address of ['198.51.100.7', '::ffff:198.51.100.7', '::FFFF:c633:6407', '0:0:0:0:0:ffff:c633:6407'])
    assert.equal(networkOf(address), '198.51.100.7', address);
  assert.notEqual(networkOf('::ffff:198.51.100.8'), networkOf('::ffff:198.51.100.7'));
});

test('an IPv6 caller is a /64, however the address is written', () => {
  for (const address of [
    '2001:db8:0:7::1',
    '2001:db8:0:7:ffff:ffff:ffff:ffff',
    '2001:0DB8:0000:0007:0:0:0:2',
    '2001:db8::7:0:0:192.0.2.1',
    '2001:db8:0:7::%eth0',
  ])
    assert.equal(networkOf(address), '2001:db8:0:7::/64', address);
  assert.equal(networkOf('::1'), '0:0:0:0::/64');
  assert.notEqual(networkOf('2001:db8:0:8::1'), networkOf('2001:db8:0:7::1'));
});
