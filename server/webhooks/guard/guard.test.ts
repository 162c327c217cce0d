import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readAllowedHosts } from './allowed-hosts.ts';
import { BlockedAddress, findTargetAddress, type Lookup, lookupAll, readTarget } from './find-target.ts';

const nothing = readAllowedHosts('');

/** Fake names; all others are really looked up. */
const names: Record<string, string[]> = {
  'public.example': ['93.184.215.14', '2606:2800:21f:cb07:6820:80da:af6b:8b2c'],
  'mixed.example': ['93.184.215.14', '10.0.0.7'],
  'mixed6.example': ['2606:2800:21f:cb07:6820:80da:af6b:8b2c', '::ffff:10.0.0.7'],
};
const lookup: Lookup = async (host) => names[host] ?? lookupAll(host);

/** Where a URL leads, or why it is refused. */
async function judge(url: string, allowed = nothing): Promise<string> {
  try {
    return await findTargetAddress(readTarget(url), allowed, lookup);
  } catch (error) {
    if (error instanceof BlockedAddress) return error.why.en;
    throw error;
  }
}

describe('the address guard (notes on webhooks, cases)', () => {
  const cases: Record<string, string[]> = {
    'this machine (loopback)': [
      '127.0.0.1',
      '2130706433',
      '0x7f000001',
      '0177.0.0.1',
      '127.1',
      '127.0.0.1.',
      '１２７。０。０。１',
      '①②⑦.0.0.1',
      '%31%32%37.0.0.1',
      '[::1]',
      'localhost',
      'localhost.',
      'LOCALHOST',
    ],
    'the unspecified address': ['0', '0.0.0.0', '0.1.2.3', '[::]'],
    'a private network': [
      '10.1.2.3',
      '172.16.0.1',
      '172.31.255.255',
      '192.168.1.1',
      '[fd00:ec2::254]',
      '[fec0::1]',
      'mixed.example',
    ],
    'link-local address, where cloud providers serve metadata': ['169.254.169.254', '[fe80::1]'],
    'shared address of a provider': ['100.64.0.1', '100.127.255.254'],
    'a multicast address': ['224.0.0.1', '239.1.1.1', '[ff02::1]'],
    'for documentation': ['192.0.2.1', '198.51.100.7', '203.0.113.9', '[2001:db8::1]', '[3fff::1]'],
    'maps to another one': [
      '[::ffff:7f00:1]',
      '[::ffff:127.0.0.1]',
      '[::ffff:0:7f00:1]',
      '[64:ff9b::a9fe:a9fe]',
      '[64:ff9b:1::1]',
      '[2002:7f00:1::]',
      '[2001:0:4136:e378:8000:63bf:3fff:fdd2]',
      '192.88.99.1',
      'mixed6.example',
    ],
    'reserved for special use': [
      '192.0.0.8',
      '198.18.0.1',
      '198.19.255.255',
      '240.0.0.1',
      '255.255.255.255',
      '[2001:10::1]',
    ],
    'outside the public internet': ['[::7f00:1]', '[::5efe:7f00:1]', '[4000::1]', '[5f00::1]', '[100::1]'],
  };
  for (const [why, hosts] of Object.entries(cases)) {
    test(`an address that is ${why} is refused, in any notation`, async () => {
      for (const host of hosts)
        assert.match(await judge(`http://${host}/hook`), new RegExp(why.replace(/[()]/g, '\\$&')), host);
    });
  }

  test('anything but a plain http or https URL is refused', async () => {
    for (const [url, why] of [
      ['file:///etc/passwd', 'must be an http or https URL'],
      ['gopher://public.example/', 'must be an http or https URL'],
      ['ftp://public.example/', 'must be an http or https URL'],
      ['//public.example', 'must be an http or https URL'],
      ['http://', 'must be an http or https URL'],
      ['http://user:pw@public.example/', 'user name or password'],
      ['http://127.0.0.1@public.example/', 'user name or password'],
      ['http://evil.com#@127.0.0.1/', 'fragment'],
      ['http://public.example:22/', 'port 22'],
      ['http://public.example:25/', 'port 25'],
      ['https://public.example:6667/', 'port 6667'],
      ['http://public.example:0/', 'port 0'],
    ] as const) {
      assert.match(await judge(url).catch((error: Error) => error.message), new RegExp(why), url);
    }
  });

  test('the public internet is allowed, and connections use the address that was checked', async () => {
    for (const [host, address] of [
      ['public.example', '93.184.215.14'],
      ['8.8.8.8', '8.8.8.8'],
      ['[2606:4700:4700::1111]', '2606:4700:4700::1111'],
      ['172.15.0.1', '172.15.0.1'],
      ['172.32.0.1', '172.32.0.1'],
      ['100.63.255.255', '100.63.255.255'],
      ['192.0.1.1', '192.0.1.1'],
      ['223.255.255.255', '223.255.255.255'],
    ] as const)
      assert.equal(await judge(`https://${host}:8443/hook?x=1`), address);
  });

  test('only the configured names and ranges are allowed besides', async () => {
    const allowed = readAllowedHosts('localhost, 10.20.0.0/16,[fd00::]/8');
    assert.match(await judge('http://localhost:8080/', allowed), /^(127\.0\.0\.1|::1)$/);
    assert.match(await judge('http://127.0.0.1/', allowed), /loopback/);
    assert.equal(await judge('http://10.20.255.1/', allowed), '10.20.255.1');
    assert.match(await judge('http://10.21.0.1/', allowed), /private/);
    assert.match(await judge('http://localhost:25/', allowed), /port 25/);
    assert.equal(await judge('http://10.9.9.9/', readAllowedHosts('0.0.0.0/0')), '10.9.9.9');
  });

  test('an invalid setting is named', () => {
    for (const text of ['10.0.0.0/33', 'http://localhost', 'a b'])
      assert.throws(
        () => readAllowedHosts(`localhost,${text}`),
        new RegExp(`WEBHOOK_ALLOWED_HOSTS.*"${text.replace(/[/.]/g, '\\$&')}"`),
      );
  });
});
