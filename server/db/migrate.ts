import { sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import type { DatabaseKind } from './database-kind.ts';
import { recordsAndKeys } from './migrations/0001-records-and-keys.ts';
import { counters } from './migrations/0002-counters.ts';
import { idempotency } from './migrations/0003-idempotency.ts';
import { clockEvents } from './migrations/0004-clock-events.ts';
import { listIndexes } from './migrations/0005-list-indexes.ts';
import { lastChanges } from './migrations/0006-last-changes.ts';
import { olderPayloads } from './migrations/0007-older-payloads.ts';
import { webhooks } from './migrations/0008-webhooks.ts';
import { keysAndClients } from './migrations/0009-keys-and-clients.ts';
import { people } from './migrations/0010-people.ts';
import { indexByNumber } from './migrations/0011-index-by-number.ts';
import { queueOrder } from './migrations/0012-queue-order.ts';
import { uniqueByNumber } from './migrations/0013-unique-by-number.ts';
import { lessToSteal } from './migrations/0014-less-to-steal.ts';
import { sharedLimitsAndJobs } from './migrations/0015-shared-limits-and-jobs.ts';
import { listsInSets } from './migrations/0016-lists-in-sets.ts';
import { egressPace } from './migrations/0017-egress-pace.ts';
import { consentAndTurns } from './migrations/0018-consent-and-turns.ts';
import { listChanges } from './migrations/0019-list-changes.ts';
import { suggestions } from './migrations/0020-suggestions.ts';
import { clientAddresses } from './migrations/0021-client-addresses.ts';
import { whatPeopleMade } from './migrations/0024-what-people-made.ts';
import { requestsAndUsage } from './migrations/0025-requests-and-usage.ts';
import { alerts } from './migrations/0026-alerts.ts';
import { alertEventNames } from './migrations/0027-alert-event-names.ts';
import { lettersToSend } from './migrations/0028-letters-to-send.ts';
import { takenAddresses } from './migrations/0029-taken-addresses.ts';
import type { Database } from './schema.ts';

type Step = (db: Parameters<Migration['up']>[0], kind: DatabaseKind) => Promise<void>;

/** Applied in this order, each once. Never edit a published step. */
const steps: Record<string, Step> = {
  '0001-records-and-keys': recordsAndKeys,
  '0002-counters': counters,
  '0003-idempotency': idempotency,
  '0004-clock-events': clockEvents,
  '0005-list-indexes': listIndexes,
  '0006-last-changes': lastChanges,
  '0007-older-payloads': olderPayloads,
  '0008-webhooks': webhooks,
  '0009-keys-and-clients': keysAndClients,
  '0010-people': people,
  '0011-index-by-number': indexByNumber,
  '0012-queue-order': queueOrder,
  '0013-unique-by-number': uniqueByNumber,
  '0014-less-to-steal': lessToSteal,
  '0015-shared-limits-and-jobs': sharedLimitsAndJobs,
  '0016-lists-in-sets': listsInSets,
  '0017-egress-pace': egressPace,
  '0018-consent-and-turns': consentAndTurns,
  '0019-list-changes': listChanges,
  '0020-suggestions': suggestions,
  '0021-client-addresses': clientAddresses,
  '0024-what-people-made': whatPeopleMade,
  '0025-requests-and-usage': requestsAndUsage,
  '0026-alerts': alerts,
  '0027-alert-event-names': alertEventNames,
  '0028-letters-to-send': lettersToSend,
  '0029-taken-addresses': takenAddresses,
};

export const migrationNames = Object.keys(steps);

/**
 * Migrates the database to the newest schema, or to that of an earlier step, in one transaction; safe to call from several
 * processes at once. A database of a newer version is refused, unchanged.
 */
export async function migrate(db: Database, kind: DatabaseKind, upTo?: string): Promise<void> {
  const migrations = Object.fromEntries(
    Object.entries(steps).map(([name, step]): [string, Migration] => [
      name,
      { up: (connection) => step(connection, kind) },
    ]),
  );
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = upTo ? await migrator.migrateTo(upTo) : await migrator.migrateToLatest();
  if (error) throw (await findNewerVersion(db).catch(() => undefined)) ?? error;
}

/** An error that says how to go on, where the database has steps that this version does not know. */
async function findNewerVersion(db: Database): Promise<Error | undefined> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name desc`.execute(db);
  const newest = rows[0]?.name;
  if (newest === undefined || newest in steps) return undefined;
  return new Error(
    `This database belongs to a newer version of Cais: it has the migration "${newest}", which this version does not know. ` +
      'Start the newer version again, or restore the backup that was made before the upgrade.',
  );
}
