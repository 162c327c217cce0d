import type { Config } from '../config.ts';
import { type CallerPlace, isShownTo } from '../net/local-caller.ts';

/** Whether a caller may read the outbox. Its emails open accounts, so by default only callers on this machine may. */
export function mayReadOutbox({ smtpUrl, outbox }: Pick<Config, 'smtpUrl' | 'outbox'>, caller: CallerPlace): boolean {
  return !smtpUrl && isShownTo(outbox, caller);
}
