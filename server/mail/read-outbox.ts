import type { IncomingHttpHeaders } from 'node:http';
import type { Config } from '../config.ts';
import { isLocalCaller } from '../net/local-caller.ts';

/** Whether a caller may read the outbox. Its emails open accounts, so by default only this machine may. */
export function mayReadOutbox(
  { smtpUrl, outbox }: Pick<Config, 'smtpUrl' | 'outbox'>,
  caller: { address: string | undefined; headers: IncomingHttpHeaders },
): boolean {
  if (smtpUrl || outbox === 'off') return false;
  if (caller.headers['sec-fetch-site'] === 'cross-site') return false;
  return outbox === 'open' || isLocalCaller(caller);
}
