import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createAddressList, isAddressRange } from './address-list.ts';

describe('a list of addresses', () => {
  test('matches addresses and ranges of both families', () => {
    const list = createAddressList(['203.0.113.10', '198.51.100.0/24', '2001:db8:40::/48', '2001:DB8::1']);
    for (const address of ['203.0.113.10', '198.51.100.255', '2001:db8:40:ffff::1', '2001:db8:0::1'])
      assert.ok(list.has(address), address);
    for (const address of ['203.0.113.11', '198.51.101.0', '2001:db8:41::1', '2001:db8::2', 'unknown', ''])
      assert.ok(!list.has(address), address);
  });

  test('matches an IPv4-mapped IPv6 address, and a link-local address', () => {
    const list = createAddressList(['203.0.113.10', '::ffff:198.51.100.1', 'fe80::/10']);
    for (const address of ['::ffff:203.0.113.10', '::FFFF:203.0.113.10', '198.51.100.1', 'fe80::1%eth0'])
      assert.ok(list.has(address), address);
  });

  test('compares an IPv4-mapped IPv6 address by its bits too', () => {
    for (const [range, inside] of [
      ['203.0.113.0/24', '::ffff:cb00:710a'],
      ['::ffff:cb00:710a', '203.0.113.10'],
      ['::ffff:cb00:7100/120', '203.0.113.10'],
      ['::ffff:203.0.113.0/24', '203.0.113.10'],
      ['::/0', '203.0.113.10'],
    ] as const)
      assert.ok(createAddressList([range]).has(inside), `${inside} in ${range}`);
    for (const [range, outside] of [
      ['::ffff:203.0.113.0/24', '203.0.114.10'],
      ['203.0.113.10', '::203.0.113.10'],
      ['0.0.0.0/0', '2001:db8::1'],
      ['203.0.113.10', '203.0.113.010'],
    ] as const)
      assert.ok(!createAddressList([range]).has(outside), `${outside} in ${range}`);
  });

  test('accepts nothing else', () => {
    for (const text of ['203.0.113.10', '0.0.0.0/0', '::/0', '2001:db8::/128', '::ffff:203.0.113.0/24'])
      assert.ok(isAddressRange(text), text);
    for (const text of [
      '',
      'loja.example',
      '203.0.113',
      '203.0.113.0/33',
      '203.0.113.0/',
      '2001:db8::/129',
      '1.2.3.4/-1',
      'fe80::1%eth0',
      '203.0.113.10 ',
    ])
      assert.ok(!isAddressRange(text), text);
  });
});
