import { bucketOf } from '../usage/duration-buckets.ts';
import { timeOf } from '../usage/figures.ts';
import type { Verdict } from './figures.ts';
import { judgeCredentials } from './judge-credentials.ts';
import { judgeShare } from './judge-share.ts';
import { judgeSilence } from './judge-silence.ts';
import { judgeWebhooks } from './judge-webhooks.ts';
import type { Rule } from './rules.ts';
import { isWatched, type MinuteCount, type Signals } from './signals.ts';
import type { WatchedTime } from './time-window.ts';

/** Says whether what a rule watches for happens, by the figures of a workspace. */
export function judgeRule({ kind, api, threshold }: Rule, signals: Signals, time: WatchedTime): Verdict {
  const watched = <Count extends { api: string }>(counts: Count[]) => counts.filter((count) => isWatched(api, count));
  const seen = () => ({ minutes: watched(signals.minutes), lately: watched(signals.lately) });
  switch (kind) {
    case 'error_rate':
      // A connection that was dropped on purpose has no status.
      return judgeShare(seen(), { threshold, isFailed: ({ status }) => status >= 500 || status === 0 }, time);
    case 'rate_limited':
      return judgeShare(seen(), { threshold, isFailed: ({ status }) => status === 429 }, time);
    case 'latency': {
      const bound = bucketOf(threshold);
      // The 95th percentile is above a bound where one call in twenty is.
      const slow = {
        threshold: 0.05,
        isFailed: ({ bucket }: { bucket: number }) => bucket > bound,
        tellValue: (all: MinuteCount[]) => timeOf(all, 0.95),
      };
      return judgeShare(seen(), slow, time);
    }
    case 'silence': {
      const { hours, minutes, flow } = signals;
      const calls = { hours: watched(hours), lastMinutes: watched(minutes), flow: watched(flow) };
      return judgeSilence(calls, threshold, time.now);
    }
    case 'failing_webhooks':
      return judgeWebhooks(signals.endpoints, threshold);
    case 'expiring_credentials':
      return judgeCredentials(signals.credentials, threshold, time.now);
  }
}
