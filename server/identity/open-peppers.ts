import { engineOf } from '../db/engine.ts';
import type { Database } from '../db/schema.ts';
import { findPeppers, makePeppers, type Peppers } from './peppers.ts';
import { canUnseal, unseal, versionOf } from './sealed-secret.ts';
import { ensureSigningKeys } from './signing-keys.ts';

/** Where peppers come from: `KEY_PEPPERS`, or a file of this server. */
export interface PepperSource {
  setting: string | undefined;
  file: string;
}

/**
 * Reads the peppers of a database, and makes them where it has no keys yet. Throws an error with the remedy when keys exist and
 * the peppers are missing, or are others than those under which they were stored: all keys would be refused without a word.
 */
export async function openPeppers(db: Database, source: PepperSource, now: Date): Promise<Peppers> {
  // In this order: a server that starts at the same time makes the file first, and then the first secret.
  const areNeeded = await hasSecrets(db);
  const found = findPeppers(source.setting, source.file);
  if (!found && areNeeded) throw new Error(await lostPeppers(db, source.file));
  const peppers = found ?? makePeppers(source.file);
  // What is sealed under a pepper proves it to the next server: AES-GCM does not open with another.
  await ensureSigningKeys(db, peppers, now.getTime());
  const wrong = await findWrongVersion(db, peppers);
  if (wrong !== undefined) throw new Error(await otherPeppers(db, source, wrong));
  return peppers;
}

/** Whether anything was stored that only the peppers can verify or open. */
async function hasSecrets(db: Database): Promise<boolean> {
  for (const table of ['signing_key', 'api_key', 'oauth_client', 'invitation', 'person'] as const) {
    if (
      await db
        .selectFrom(table)
        .select(({ lit }) => lit(1).as('one'))
        .limit(1)
        .executeTakeFirst()
    )
      return true;
  }
  return false;
}

/** The version of a pepper that does not open what was last sealed under it. */
async function findWrongVersion(db: Database, peppers: Peppers): Promise<number | undefined> {
  const rows = await db.selectFrom('signing_key').select(['kid', 'private_key']).orderBy('generation').execute();
  const newest = new Map(rows.map((row) => [versionOf(row.private_key), row]));
  for (const [version, { kid, private_key: sealed }] of newest) {
    if (!canUnseal(peppers, sealed)) continue;
    try {
      unseal(peppers, kid, sealed);
    } catch {
      return version;
    }
  }
  return undefined;
}

async function lostPeppers(db: Database, file: string): Promise<string> {
  return `The database has keys, and the peppers under which they are stored are missing: there is no ${file}, and KEY_PEPPERS is not set.
${await remedy(db)}`;
}

async function otherPeppers(db: Database, { setting, file }: PepperSource, version: number): Promise<string> {
  const place = setting ? 'KEY_PEPPERS' : file;
  return `${place} has a pepper of version ${version} that is another than that of the keys in the database.
${await remedy(db)}`;
}

async function remedy(db: Database): Promise<string> {
  const { newest } = await db
    .selectFrom('api_key')
    .select(({ fn }) => fn.max('pepper_version').as('newest'))
    .executeTakeFirstOrThrow();
  const next = Math.max(Number(newest ?? 0), 1) + 1;
  const shared = engineOf(db).hasManyWriters ? ' Servers that share a database need the same KEY_PEPPERS.' : '';
  return `Restore the file from a backup, or set KEY_PEPPERS to its content.${shared}
To give up all keys, sessions and sealed secrets on purpose: KEY_PEPPERS="${next}:$(openssl rand -base64 32)"`;
}
