import type { IncomingHttpHeaders } from 'node:http';
import type { Config } from '../config.ts';
import { parseCallerIp } from '../net/ip-address.ts';

const localNames = /^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/;
const forwarded = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

/**
 * Whether a caller may read the outbox. Its emails open accounts, so by default only this machine may: the connection comes
 * from loopback, without a proxy in between, under a local host name (a foreign name that resolves to this machine does not
 * count).
 */
export function mayReadOutbox(
  { smtpUrl, outbox }: Pick<Config, 'smtpUrl' | 'outbox'>,
  { address, headers }: { address: string | undefined; headers: IncomingHttpHeaders },
): boolean {
  if (smtpUrl || outbox === 'off') return false;
  if (headers['sec-fetch-site'] === 'cross-site') return false;
  if (outbox === 'open') return true;
  if (!address || !localNames.test(headers.host ?? '')) return false;
  if (forwarded.some((name) => headers[name] !== undefined)) return false;
  return parseCallerIp(address)?.range() === 'loopback';
}
