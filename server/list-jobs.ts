import type { Context } from './context.ts';
import { engineOf } from './db/engine.ts';
import type { Job } from './db/run-due-jobs.ts';
import { shrinkFile } from './db/shrink.ts';
import { removeExpiredLimitStates } from './dialect/limits/put-limit-state.ts';
import { removeExpiredTokens } from './identity/access-tokens.ts';
import { removeExpiredSessions } from './people/remove-expired-sessions.ts';
import { removeExpiredKeys } from './pipeline/idempotency-store.ts';
import { removeExpiredWorkspaces } from './records/remove-workspaces.ts';
import { removePastPaces } from './webhooks/delivery/pace.ts';
import { giveUpStranded } from './webhooks/disable-endpoint.ts';
import { removeOldEvents } from './webhooks/retention.ts';

const hour = 60 * 60 * 1000;

/** The jobs that one of the servers does, each with its interval. */
export function listJobs({ config, db, now }: Context): Job[] {
  const hourly = (name: string, run: () => Promise<unknown>): Job => ({ name, every: hour, run });
  return [
    hourly('remove-expired-workspaces', () => removeExpiredWorkspaces(db, now())),
    hourly('remove-expired-tokens', () => removeExpiredTokens(db, now())),
    hourly('remove-expired-idempotency-keys', () => removeExpiredKeys(db, now())),
    hourly('remove-expired-sessions', () => removeExpiredSessions(db, now())),
    hourly('give-up-stranded-deliveries', () => giveUpStranded(db, now())),
    hourly('remove-past-paces', () => removePastPaces(db, now())),
    hourly('remove-old-events', () => removeOldEvents(db, now(), config.eventRetentionDays)),
    ...(engineOf(db).kind === 'postgres'
      ? [hourly('remove-expired-limit-states', () => removeExpiredLimitStates(db, now()))]
      : []),
    hourly('give-back-free-space', () => shrinkFile(db)),
  ];
}
