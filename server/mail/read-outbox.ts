import type { Config } from '../config.ts';
import { type CallerPlace, isShownTo } from '../net/local-caller.ts';

/** Whether a caller may read the outbox. Its emails open accounts, so by default only callers on this machine may. */
export function mayReadOutbox(config: Pick<Config, 'smtpUrl' | 'outbox' | 'publicUrl'>, caller: CallerPlace): boolean {
  return !config.smtpUrl && isShownTo(config.outbox, config, caller);
}
