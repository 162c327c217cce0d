import { BlockList, isIP } from 'node:net';

/** Addresses and ranges (CIDR), IPv4 and IPv6, from which something is allowed. */
export interface AddressList {
  has(address: string): boolean;
}

/** Compiles a list whose entries `isAddressRange` takes. */
export function createAddressList(ranges: string[]): AddressList {
  const list = new BlockList();
  for (const range of ranges) {
    const { network, prefix } = readRange(range);
    const family = isIP(network) === 6 ? 'ipv6' : 'ipv4';
    if (prefix === undefined) list.addAddress(network, family);
    else list.addSubnet(network, prefix, family);
  }
  return {
    has: (address) => {
      const plain = plainAddress(address);
      const version = isIP(plain);
      return version !== 0 && list.check(plain, version === 6 ? 'ipv6' : 'ipv4');
    },
  };
}

/** Whether a text is an address or a range: `203.0.113.10`, `203.0.113.0/24`, `2001:db8::/32`. */
export function isAddressRange(text: string): boolean {
  const { network, prefix } = readRange(text);
  const version = isIP(network);
  if (version === 0 || text.includes('%')) return false;
  return prefix === undefined ? !text.includes('/') : prefix <= (version === 6 ? 128 : 32);
}

/** An address as callers know it: what listens on both families sees IPv4 as `::ffff:203.0.113.10`, and links have a zone. */
function plainAddress(address: string): string {
  const [plain = ''] = address.split('%');
  return /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain)?.[1] ?? plain;
}

function readRange(text: string): { network: string; prefix?: number } {
  const [, network = '', prefix] = /^([^/]*)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  return { network: plainAddress(network), ...(prefix !== undefined && { prefix: Number(prefix) }) };
}
