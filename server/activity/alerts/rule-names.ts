import { say } from '../../answers/say.ts';
import { alike, type Texts } from '../../answers/texts.ts';
import type { AlertKind } from '../../db/alert-tables.ts';

const names: Record<AlertKind, Texts> = {
  error_rate: say('alerts.rules.error_rate'),
  rate_limited: say('alerts.rules.rate_limited'),
  latency: say('alerts.rules.latency'),
  silence: say('alerts.rules.silence'),
  failing_webhooks: say('alerts.rules.failing_webhooks'),
  expiring_credentials: say('alerts.rules.expiring_credentials'),
};

/** The name of a rule: its own, else that of its kind. */
export function nameOfRule({ kind, name }: { kind: AlertKind; name: string | null }): Texts {
  // What people write stays in one line: it stands in the subject of letters.
  const own = name?.replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  return own ? alike(own) : names[kind];
}
