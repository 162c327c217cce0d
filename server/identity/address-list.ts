import { type IpAddress, type IpRange, isInRange, parseIp, parseRange } from '../net/ip-address.ts';

/** Allowed addresses and ranges (CIDR), IPv4 and IPv6. */
export interface AddressList {
  has(address: string): boolean;
}

/** Compiles a list whose entries pass `isAddressRange`. */
export function createAddressList(ranges: string[]): AddressList {
  const list = ranges.map(readRange).filter((range) => range !== undefined);
  return {
    has: (text) => {
      const address = parseIp(text);
      return address !== undefined && list.some((range) => isInRange(wide(address), range));
    },
  };
}

/**
 * Whether a list allows all that another one does; an empty list allows every address. Ranges count one by one: two halves
 * of a range do not cover it.
 */
export function coversRanges(list: string[], others: string[]): boolean {
  if (list.length === 0) return true;
  const ranges = list.map(readRange).filter((range) => range !== undefined);
  const isInside = (text: string) => {
    const inner = readRange(text);
    return inner !== undefined && ranges.some((range) => isInRange(inner[0], range) && inner[1] >= range[1]);
  };
  return others.length > 0 && others.every(isInside);
}

/** Whether a text is an address or a range: `203.0.113.10`, `203.0.113.0/24`, `2001:db8::/32`. */
export function isAddressRange(text: string): boolean {
  return !text.includes('%') && readRange(text) !== undefined;
}

/** Reads a range; the bits of `::ffff:203.0.113.0/24` are those of the IPv4 address. */
function readRange(text: string): IpRange | undefined {
  const range = parseRange(text.replace(/^::ffff:(?=\d+\.)/i, ''));
  if (!range) return undefined;
  const [network, bits] = range;
  return [wide(network), network.kind() === 'ipv4' ? bits + 96 : bits];
}

/** An address as IPv6: a dual-stack listener sees IPv4 as `::ffff:203.0.113.10`, so one comparison serves both families. */
function wide(address: IpAddress): IpAddress {
  return 'octets' in address ? address.toIPv4MappedAddress() : address;
}
