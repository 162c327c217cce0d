import { removeOldIncidents, watchAll } from './activity/alerts/watch-all.ts';
import { removeOldActivity } from './activity/retention.ts';
import type { Context } from './context.ts';
import { engineOf } from './db/engine.ts';
import type { Job } from './db/run-due-jobs.ts';
import { shrinkFile } from './db/shrink.ts';
import { removeExpiredLimitStates } from './dialect/limits/put-limit-state.ts';
import { removeExpiredTokens } from './identity/access-tokens.ts';
import { removeExpiredLetters } from './mail/store-letters.ts';
import { removeExpiredSessions } from './people/remove-expired-sessions.ts';
import { removeExpiredKeys } from './pipeline/idempotency-store.ts';
import { removeExpiredWorkspaces } from './records/remove-workspaces.ts';
import { languageOf } from './settings/languages.ts';
import { mailSuggestions } from './suggestions/mail-suggestions.ts';
import { removeOldSuggestions } from './suggestions/suggestion-store.ts';
import { removePastPaces } from './webhooks/delivery/pace.ts';
import { giveUpStranded } from './webhooks/disable-endpoint.ts';
import { removeOldEvents } from './webhooks/retention.ts';

const minute = 60 * 1000;
const hour = 60 * minute;

/** One e-mail at most in this time tells an address what was suggested. */
const mailInterval = 10 * 60 * 1000;

/**
 * The jobs that one of the servers does, each with its interval. What a feature stored before it was turned off is still cleaned up.
 */
export function listJobs(context: Context): Job[] {
  const { config, features, db, log, now, people, portal, activity } = context;
  const hourly = (name: string, run: () => Promise<unknown>): Job => ({ name, every: hour, run });
  const { mailQueue } = people;
  // Without a mail server, letters are kept for the operator: those with links to accounts, not those of alerts.
  const watching = {
    publicUrl: config.publicUrl,
    languages: portal.languages.map(languageOf),
    mailQueue,
    onError: (error: unknown) => log.error(error),
  };
  return [
    ...(features.requests
      ? [
          {
            name: 'watch-for-alerts',
            // Servers look for jobs once a minute, and one that is due a moment later would wait for the next.
            every: minute / 2,
            run: async () => {
              await activity.flush();
              await watchAll(db, now(), watching);
            },
          },
        ]
      : []),
    ...(mailQueue && features.accounts
      ? [{ name: 'send-letters', every: minute / 2, run: () => mailQueue.sendDue() }]
      : []),
    hourly('remove-expired-workspaces', () => removeExpiredWorkspaces(db, now())),
    hourly('remove-expired-tokens', () => removeExpiredTokens(db, now())),
    hourly('remove-expired-idempotency-keys', () => removeExpiredKeys(db, now())),
    hourly('remove-expired-sessions', () => removeExpiredSessions(db, now())),
    // Also without a mail server: it may have had one.
    hourly('remove-expired-letters', () => removeExpiredLetters(db, now())),
    hourly('give-up-stranded-deliveries', () => giveUpStranded(db, now())),
    hourly('remove-past-paces', () => removePastPaces(db, now())),
    hourly('remove-old-suggestions', () => removeOldSuggestions(db, now(), config.suggestions.retentionDays)),
    ...(features.suggestions && config.smtpUrl && config.suggestions.email
      ? [{ name: 'mail-suggestions', every: mailInterval, run: () => mailSuggestions(context) }]
      : []),
    hourly('remove-old-events', () => removeOldEvents(db, now(), config.eventRetentionDays)),
    ...(engineOf(db).kind === 'postgres'
      ? [hourly('remove-expired-limit-states', () => removeExpiredLimitStates(db, now()))]
      : []),
    hourly('remove-old-activity', () => removeOldActivity(db, now(), config.requestLog)),
    hourly('remove-old-incidents', () => removeOldIncidents(db, now())),
    hourly('give-back-free-space', () => shrinkFile(db)),
  ];
}
