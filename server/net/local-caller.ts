import type { IncomingHttpHeaders } from 'node:http';
import { parseCallerIp } from './ip-address.ts';

/** Where a request comes from: the address of its connection, and its headers. */
export interface CallerPlace {
  address: string | undefined;
  headers: IncomingHttpHeaders;
}

const localNames = /^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/;
const forwarded = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

/**
 * Whether a caller is on this machine: the connection comes from loopback, without a proxy in between, under a local host name (a
 * foreign name that resolves to this machine does not count).
 */
function isLocalCaller({ address, headers }: CallerPlace): boolean {
  if (!address || !localNames.test(headers.host ?? '')) return false;
  if (forwarded.some((name) => headers[name] !== undefined)) return false;
  return parseCallerIp(address)?.range() === 'loopback';
}

/** Whether something that is not for strangers may be shown to a caller: by a setting, to those on this machine, or to nobody. */
export function isShownTo(setting: 'local' | 'open' | 'off', caller: CallerPlace): boolean {
  if (setting === 'off') return false;
  if (caller.headers['sec-fetch-site'] === 'cross-site') return false;
  return setting === 'open' || isLocalCaller(caller);
}
