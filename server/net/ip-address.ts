import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** An IP address of either family. */
export type IpAddress = ipaddr.IPv4 | ipaddr.IPv6;

/** Addresses that share their first bits: one of them, and how many bits that is. */
export type IpRange = [network: IpAddress, bits: number];

/** Reads an IP address in its usual notation (`10.0.0.1`, `::1`, `fe80::1%eth0`, without its zone); undefined when it is none. */
export function parseIp(text: string): IpAddress | undefined {
  const bare = text.replace(/%.*/s, '');
  // ipaddr.js also takes octal and hexadecimal numbers, and too few of them, which others read as another address.
  const family = isIP(bare);
  if (family === 0) return undefined;
  if (family === 4) return ipaddr.IPv4.parse(bare);
  // ipaddr.js takes ::10.0.0.1 for ::ffff:10.0.0.1; with a zero in front it is ::a00:1, as everywhere.
  return ipaddr.IPv6.parse(bare.replace(/^::(?=\d+\.)/, '0::'));
}

/** Reads the address of a caller: what listens on both families sees an IPv4 caller as `::ffff:10.0.0.1`. */
export function parseCallerIp(text: string): IpAddress | undefined {
  const ip = parseIp(text);
  return ip && 'parts' in ip && ip.isIPv4MappedAddress() ? ip.toIPv4Address() : ip;
}

/** Reads a range (`10.0.0.0/8`) or a single address; undefined when it is neither. */
export function parseRange(text: string): IpRange | undefined {
  const [, address = '', length] = /^([^/]*)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  const ip = parseIp(address);
  if (!ip) return undefined;
  const most = ip.kind() === 'ipv4' ? 32 : 128;
  const bits = length === undefined ? most : Number(length);
  return bits <= most ? [ip, bits] : undefined;
}

/** Whether an address belongs to a range; one of the other family never does. */
export function isInRange(address: IpAddress, [network, bits]: IpRange): boolean {
  return address.kind() === network.kind() && address.match(network, bits);
}
