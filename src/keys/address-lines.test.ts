import assert from 'node:assert/strict';
import { it } from 'node:test';
import { readAddresses, refusedAddresses } from './address-lines.ts';

it('reads pasted addresses, without duplicates', () => {
  assert.deepEqual(readAddresses(' 203.0.113.10\r\n2001:db8::/32,  203.0.113.10;10.0.0.0/8\n'), [
    '203.0.113.10',
    '2001:db8::/32',
    '10.0.0.0/8',
  ]);
  assert.deepEqual(readAddresses(' \n'), []);
});

it('finds the addresses that the server rejected', () => {
  const addresses = ['203.0.113.10', '300.1.1.1', 'x'];
  assert.deepEqual(refusedAddresses(addresses, ['#/name', '#/allowed_addresses/1', '#/allowed_addresses/2']), [
    '300.1.1.1',
    'x',
  ]);
  assert.deepEqual(refusedAddresses(addresses, ['#/allowed_addresses', '#/allowed_addresses/9']), []);
});
