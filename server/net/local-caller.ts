import type { IncomingHttpHeaders } from 'node:http';
import { parseCallerIp } from './ip-address.ts';

const localNames = /^(([\w-]+\.)?localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/;
const forwarded = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

/**
 * Whether a call comes from this machine: by a loopback connection, without a proxy in between, under a local host name (a foreign
 * name that resolves to this machine does not count), and from no page of another site.
 */
export function isLocalCaller({
  address,
  headers,
}: {
  address: string | undefined;
  headers: IncomingHttpHeaders;
}): boolean {
  if (headers['sec-fetch-site'] === 'cross-site') return false;
  if (headers.origin !== undefined && !localNames.test(headers.origin.replace(/^https?:\/\//, ''))) return false;
  if (!address || !localNames.test(headers.host ?? '')) return false;
  if (forwarded.some((name) => headers[name] !== undefined)) return false;
  return parseCallerIp(address)?.range() === 'loopback';
}
