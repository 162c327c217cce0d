import type { IncomingHttpHeaders } from 'node:http';
import type { Config } from '../config.ts';
import { parseCallerIp } from './ip-address.ts';

/** Where a request comes from: the address of its connection, and its headers. */
export interface CallerPlace {
  address: string | undefined;
  headers: IncomingHttpHeaders;
}

type Served = Pick<Config, 'publicUrl'>;

/** Every name below `localhost` leads to this machine, whoever asks (RFC 6761, 6.3). */
const localName = /^((?:[\w-]+\.)*localhost|127(\.\d+){3}|\[::1\])$/;
const ofProxy = /^(x-forwarded-.*|forwarded|via|x-real-ip|cf-connecting-ip|true-client-ip)$/;

/**
 * Whether a caller is on this machine: the connection comes from loopback, without a trace of a proxy, under a local host name (a
 * foreign name that resolves to this machine does not count). A proxy need not leave a trace, so nobody counts as such where the
 * portal itself has another address than a local one.
 */
export function isLocalCaller({ publicUrl }: Served, { address, headers }: CallerPlace): boolean {
  if (!isLocalUrl(publicUrl) || !address || !localName.test((headers.host ?? '').replace(/:\d+$/, ''))) return false;
  if (Object.keys(headers).some((name) => ofProxy.test(name))) return false;
  return parseCallerIp(address)?.range() === 'loopback';
}

/** Whether only this machine can reach an address. */
export function isLocalUrl(url: string): boolean {
  return localName.test(new URL(url).hostname);
}

/** Whether something that is not for strangers may be shown to a caller: by a setting, to those on this machine, or to nobody. */
export function isShownTo(setting: 'local' | 'open' | 'off', served: Served, caller: CallerPlace): boolean {
  if (setting === 'off') return false;
  if (caller.headers['sec-fetch-site'] === 'cross-site') return false;
  return setting === 'open' || isLocalCaller(served, caller);
}
