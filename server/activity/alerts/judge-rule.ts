import { portalApi } from '../../events/event-names.ts';
import { bucketOf } from '../usage/duration-buckets.ts';
import { timeOf } from '../usage/figures.ts';
import type { Verdict } from './figures.ts';
import { judgeCredentials } from './judge-credentials.ts';
import { judgeShare } from './judge-share.ts';
import { judgeSilence } from './judge-silence.ts';
import { judgeWebhooks } from './judge-webhooks.ts';
import type { Rule } from './rules.ts';
import type { MinuteCount, Signals } from './signals.ts';
import type { WatchedTime } from './time-window.ts';

/** Says whether what a rule watches for happens, by the figures of a workspace. */
export function judgeRule({ kind, api, threshold }: Rule, signals: Signals, time: WatchedTime): Verdict {
  // The portal's pages call its own API: that counts only where a rule names it.
  const isWatched = (count: { api: string }) => (api === null ? count.api !== portalApi : count.api === api);
  const counts = signals.minutes.filter(isWatched);
  switch (kind) {
    case 'error_rate':
      // A connection that was dropped on purpose has no status.
      return judgeShare(counts, { threshold, isFailed: ({ status }) => status >= 500 || status === 0 }, time);
    case 'rate_limited':
      return judgeShare(counts, { threshold, isFailed: ({ status }) => status === 429 }, time);
    case 'latency': {
      const bound = bucketOf(threshold);
      // The 95th percentile is above a bound where one call in twenty is.
      const slow = {
        threshold: 0.05,
        isFailed: ({ bucket }: MinuteCount) => bucket > bound,
        tellValue: (all: MinuteCount[]) => timeOf(all, 0.95),
      };
      return judgeShare(counts, slow, time);
    }
    case 'silence':
      return judgeSilence(signals.hours.filter(isWatched), threshold, time.now);
    case 'failing_webhooks':
      return judgeWebhooks(signals.endpoints, threshold);
    case 'expiring_credentials':
      return judgeCredentials(signals.credentials, threshold, time.now);
  }
}
