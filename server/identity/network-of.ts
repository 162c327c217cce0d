import { parseCallerIp } from '../net/ip-address.ts';

/**
 * The network of a caller: an IPv4 address itself, or the /64 of an IPv6 address, in which one caller can choose any of
 * 2^64.
 */
export function networkOf(address: string): string {
  const ip = parseCallerIp(address);
  if (!ip) return address;
  if (!('parts' in ip)) return ip.toString();
  const groups = ip.parts.slice(0, 4).map((group) => group.toString(16));
  return `${groups.join(':')}::/64`;
}
