import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isInRange, parseCallerIp, parseIp, parseRange } from './ip-address.ts';

test('an address is parsed in every notation, without its zone', () => {
  for (const [text, address] of [
    ['10.0.0.1', '10.0.0.1'],
    ['::', '::'],
    ['2001:0DB8:0:0:0:0:0:1', '2001:db8::1'],
    ['1:2:3:4:5:6:7::', '1:2:3:4:5:6:7:0'],
    ['::2:3:4:5:6:7:8', '0:2:3:4:5:6:7:8'],
    ['64:ff9b::169.254.169.254', '64:ff9b::a9fe:a9fe'],
    ['1:2:3:4:5:6:1.2.3.4', '1:2:3:4:5:6:102:304'],
    ['::ffff:127.0.0.1', '::ffff:7f00:1'],
    ['fe80::1%eth0', 'fe80::1'],
  ] as const)
    assert.equal(parseIp(text)?.toString(), address, text);
});

test('an IPv6 address that ends in an IPv4 address is not that IPv4 address', () => {
  assert.equal(parseIp('::127.0.0.1')?.toString(), '::7f00:1');
  assert.equal(parseIp('::ffff:0:127.0.0.1')?.toString(), '::ffff:0:7f00:1');
  assert.equal(parseCallerIp('::127.0.0.1')?.kind(), 'ipv6');
});

test('ambiguous notations are rejected', () => {
  for (const text of [
    '',
    '%eth0',
    '0',
    '127.1',
    '127.0.1',
    '2130706433',
    '0x7f000001',
    '0177.0.0.1',
    '0x7f.0.0.1',
    '127.0.0.01',
    '127.0.0.256',
    '127.0.0.1.',
    ' 127.0.0.1',
    '１２７.0.0.1',
    '::0x7f.0.0.1',
    '::ffff:0177.0.0.1',
    '::ffff:127.1',
    '1::2::3',
    '12345::',
    ':1',
    '[::1]',
    'localhost',
  ])
    assert.equal(parseIp(text), undefined, text);
});

test('an IPv4 caller is recognised, whatever family the server listens on', () => {
  for (const text of ['198.51.100.7', '::ffff:198.51.100.7', '::FFFF:c633:6407', '0:0:0:0:0:ffff:c633:6407'])
    assert.equal(parseCallerIp(text)?.toString(), '198.51.100.7', text);
  assert.equal(parseCallerIp('2001:db8::1')?.toString(), '2001:db8::1');
  assert.equal(parseCallerIp('unknown'), undefined);
});

test('a range contains the addresses of its family that share its prefix', () => {
  const holds = (range: string, text: string) => {
    const [address, read] = [parseIp(text), parseRange(range)];
    assert.ok(address && read, `${text}, ${range}`);
    return isInRange(address, read);
  };
  for (const [range, inside, outside] of [
    ['10.0.0.0/8', '10.255.255.255', '11.0.0.0'],
    ['10.0.0.1', '10.0.0.1', '10.0.0.2'],
    ['0.0.0.0/0', '255.255.255.255', '::'],
    ['172.16.0.0/12', '172.31.255.255', '172.32.0.0'],
    ['192.0.2.128/25', '192.0.2.255', '192.0.2.127'],
    ['2001:db8::/33', '2001:db8:7fff::1', '2001:db8:8000::1'],
    ['::1/128', '::1', '::2'],
    ['::/0', 'ffff::', '10.0.0.1'],
    ['::ffff:0:0/96', '::ffff:10.0.0.1', '10.0.0.1'],
  ] as const) {
    assert.ok(holds(range, inside), `${inside} in ${range}`);
    assert.ok(!holds(range, outside), `${outside} in ${range}`);
  }
});

test('a range with a missing, malformed or too long prefix is rejected', () => {
  for (const text of [
    '',
    '/8',
    '10.0.0.0/',
    '10.0.0.0/33',
    '10.0.0.0/-1',
    '10.0.0.0/8/8',
    '::/129',
    '10.0.0.0/1e1',
    'a/8',
  ])
    assert.equal(parseRange(text), undefined, text);
});
