import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** An IP address of either family. */
export type IpAddress = ipaddr.IPv4 | ipaddr.IPv6;

/** A CIDR range: an address and the length of its prefix. */
export type IpRange = [network: IpAddress, bits: number];

/** Parses an IP address in its usual notation and drops the zone (`fe80::1%eth0`); undefined if it is not one. */
export function parseIp(text: string): IpAddress | undefined {
  const bare = text.replace(/%.*/s, '');
  // ipaddr.js also accepts octal, hexadecimal and missing parts, which other parsers read as another address.
  const family = isIP(bare);
  if (family === 0) return undefined;
  if (family === 4) return ipaddr.IPv4.parse(bare);
  // ipaddr.js reads ::10.0.0.1 as ::ffff:10.0.0.1; with a leading zero it gives ::a00:1, as everywhere else.
  return ipaddr.IPv6.parse(bare.replace(/^::(?=\d+\.)/, '0::'));
}

/** Parses the address of a caller; a dual-stack listener sees IPv4 callers as `::ffff:10.0.0.1`. */
export function parseCallerIp(text: string): IpAddress | undefined {
  const ip = parseIp(text);
  return ip && 'parts' in ip && ip.isIPv4MappedAddress() ? ip.toIPv4Address() : ip;
}

/** Parses a range (`10.0.0.0/8`) or a single address; undefined if it is neither. */
export function parseRange(text: string): IpRange | undefined {
  const [, address = '', length] = /^([^/]*)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  const ip = parseIp(address);
  if (!ip) return undefined;
  const most = ip.kind() === 'ipv4' ? 32 : 128;
  const bits = length === undefined ? most : Number(length);
  return bits <= most ? [ip, bits] : undefined;
}

/** Whether an address is in a range; never across families. */
export function isInRange(address: IpAddress, [network, bits]: IpRange): boolean {
  return address.kind() === network.kind() && address.match(network, bits);
}
