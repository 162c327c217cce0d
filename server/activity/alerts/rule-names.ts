import type { Texts } from '../../answers/texts.ts';
import type { AlertKind } from '../../db/alert-tables.ts';

const names: Record<AlertKind, Texts> = {
  error_rate: { pt: 'Taxa de erros', en: 'Error rate' },
  rate_limited: { pt: 'Limite de requisições (429)', en: 'Rate limit (429)' },
  latency: { pt: 'Lentidão', en: 'Slow responses' },
  silence: { pt: 'Silêncio', en: 'Silence' },
  failing_webhooks: { pt: 'Webhooks que falham', en: 'Failing webhooks' },
  expiring_credentials: { pt: 'Chaves que vão expirar', en: 'Keys about to expire' },
};

/** The name of a rule: its own, else that of its kind. */
export function nameOfRule({ kind, name }: { kind: AlertKind; name: string | null }): Texts {
  // What people write stays in one line: it stands in the subject of letters.
  const own = name?.replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  return own ? { pt: own, en: own } : names[kind];
}
