import { parseCallerIp } from '../net/ip-address.ts';

/** Whom an address stands for: an IPv4 address itself, or the /64 in which one IPv6 caller has 2^64 addresses to choose from. */
export function networkOf(address: string): string {
  const ip = parseCallerIp(address);
  if (!ip) return address;
  if (!('parts' in ip)) return ip.toString();
  const groups = ip.parts.slice(0, 4).map((group) => group.toString(16));
  return `${groups.join(':')}::/64`;
}
