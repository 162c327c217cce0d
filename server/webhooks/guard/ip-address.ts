import { isIP } from 'node:net';

/** An IP address as a number, so that ranges can be compared. */
export interface IpAddress {
  family: 4 | 6;
  value: bigint;
}

/** Addresses that share their first bits. */
export interface IpRange extends IpAddress {
  prefix: number;
}

/** Reads an IP address in its usual notation (`10.0.0.1`, `::1`, `::ffff:10.0.0.1`); undefined when it is none. */
export function parseIp(text: string): IpAddress | undefined {
  const bare = text.split('%', 1)[0] as string;
  const family = isIP(bare);
  if (family === 4) return { family, value: readV4(bare) };
  if (family === 6) return { family, value: readV6(bare) };
  return undefined;
}

/** Reads a range (`10.0.0.0/8`) or a single address; undefined when it is neither. */
export function parseRange(text: string): IpRange | undefined {
  const [address = '', length] = text.split('/');
  const ip = parseIp(address);
  if (!ip) return undefined;
  const bits = bitsOf(ip.family);
  const prefix = length === undefined ? bits : /^\d{1,3}$/.test(length) ? Number(length) : -1;
  return prefix >= 0 && prefix <= bits ? { ...ip, prefix } : undefined;
}

export function isInRange({ family, value }: IpAddress, range: IpRange): boolean {
  const rest = BigInt(bitsOf(range.family) - range.prefix);
  return family === range.family && value >> rest === range.value >> rest;
}

function bitsOf(family: 4 | 6): number {
  return family === 4 ? 32 : 128;
}

function readV4(text: string): bigint {
  return text.split('.').reduce((value, part) => (value << 8n) | BigInt(part), 0n);
}

function readV6(text: string): bigint {
  const dotted = text.lastIndexOf(':') + 1;
  const tail = text.includes('.') ? readV4(text.slice(dotted)) : undefined;
  const whole =
    tail === undefined
      ? text
      : `${text.slice(0, dotted)}${(tail >> 16n).toString(16)}:${(tail & 0xffffn).toString(16)}`;
  const [before = '', after] = whole.split('::');
  const groups = (part: string) => (part === '' ? [] : part.split(':'));
  const missing = after === undefined ? 0 : 8 - groups(before).length - groups(after).length;
  const all = [...groups(before), ...Array<string>(missing).fill('0'), ...groups(after ?? '')];
  return all.reduce((value, group) => (value << 16n) | BigInt(`0x${group}`), 0n);
}
