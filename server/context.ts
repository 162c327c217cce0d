import { join, relative } from 'node:path';
import type { Config } from './config.ts';
import { openDatabase } from './db/open-database.ts';
import type { Database } from './db/schema.ts';
import { createLimitStates, type LimitStates } from './dialect/limits/limit-states.ts';
import { type AddressLimit, createAddressLimit } from './identity/address-limit.ts';
import { createKeyVerifier, type KeyVerification } from './identity/api-keys.ts';
import { type Peppers, readPeppers } from './identity/peppers.ts';
import { DocumentFaults, type Fault } from './openapi/faults.ts';
import { findSpecs } from './openapi/find-specs.ts';
import { createSeeder } from './sandbox/seed/ensure-seeded.ts';
import { type ServedApi, serveApi } from './sandbox/served-api.ts';

/** The few long-lived things that a request may need; made here alone, and overridden in parts by tests. */
export interface Context extends KeyVerification {
  config: Config;
  db: Database;
  now: () => Date;
  apis: Map<string, ServedApi>;
  /** The faults of documents that cannot be served, by slug. */
  faulty: Map<string, Fault[]>;
  peppers: Peppers;
  guestLimit: AddressLimit;
  limitStates: LimitStates;
  ensureSeeded: ReturnType<typeof createSeeder>;
}

export async function createContext(
  config: Config,
  overrides: Partial<Pick<Context, 'db' | 'now'>> = {},
): Promise<Context> {
  const now = overrides.now ?? (() => new Date());
  const milliseconds = () => now().getTime();
  const db = overrides.db ?? (await openDatabase(config.databaseUrl));
  const peppers = readPeppers(config.keyPeppers, join(config.dataDir, 'key-peppers'));
  return {
    config,
    db,
    now,
    ...(await serveApis(config.specsPath)),
    peppers,
    ...createKeyVerifier(db, peppers, milliseconds),
    guestLimit: createAddressLimit(config.guestsPerHour, milliseconds),
    limitStates: createLimitStates(milliseconds),
    ensureSeeded: createSeeder(db, now),
  };
}

/** A document with faults is set aside with them; the other APIs are served. */
async function serveApis(specsPath: string): Promise<Pick<Context, 'apis' | 'faulty'>> {
  const apis = new Map<string, ServedApi>();
  const faulty = new Map<string, Fault[]>();
  for (const { slug, folder } of findSpecs(specsPath)) {
    try {
      apis.set(slug, await serveApi(folder));
    } catch (error) {
      faulty.set(slug, error instanceof DocumentFaults ? error.faults : [profileFault(folder, error as Error)]);
    }
  }
  return { apis, faulty };
}

function profileFault(folder: string, error: Error): Fault {
  const mend = 'Correct the profile or the seed data beside the document.';
  return { file: relative(process.cwd(), join(folder, 'sandbox.ts')), line: 1, message: error.message, mend };
}
