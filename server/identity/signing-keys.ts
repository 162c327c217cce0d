import { exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';
import { newId } from '../db/new-id.ts';
import type { Database, SigningKeyRow } from '../db/schema.ts';
import type { Peppers } from './peppers.ts';
import { canUnseal, seal, unseal, versionOf } from './sealed-secret.ts';

export const signingAlgorithm = 'ES256';

const hour = 60 * 60 * 1000;
const day = 24 * hour;
/** How long a key signs. */
const lifetime = 90 * day;
/** How long before it signs a key is published, and how long afterwards it still verifies. */
const announced = day;
const outlives = hour;
/** How long keys are cached; another process may have created the next one. */
const freshFor = 5 * 60 * 1000;

interface SigningKey {
  kid: string;
  publicKey: JWK;
  sign: CryptoKey;
  verify: CryptoKey;
}

/** The keys with which the portal signs access tokens: created when missing, and replaced in time. */
export interface SigningKeys {
  /** The key that signs now. */
  current(): Promise<SigningKey>;
  find(kid: string): Promise<SigningKey | undefined>;
  /** The content of `/.well-known/jwks.json`: the keys that sign now, signed recently, or will sign soon. */
  published(): Promise<JWK[]>;
}

interface Loaded extends SigningKey {
  generation: number;
  activeFrom: number;
}

export function createSigningKeys(db: Database, peppers: Peppers, now: () => number): SigningKeys {
  let loaded: { keys: Loaded[]; until: number } | undefined;

  const load = async (): Promise<Loaded[]> => {
    const time = now();
    const rows = await ensureSigningKeys(db, peppers, time);
    const keys = await Promise.all(rows.map((row) => importKey(peppers, row)));
    loaded = { keys, until: time + freshFor };
    return keys;
  };
  const all = async () => (loaded && loaded.until > now() ? loaded.keys : load());
  const findIn = (keys: Loaded[], kid: string) => keys.find((key) => key.kid === kid);
  return {
    current: async () => {
      const key = (await all()).findLast(({ activeFrom }) => activeFrom <= now());
      if (!key) throw new Error('There is no signing key.');
      return key;
    },
    // An unknown kid may belong to a key that another process has just created.
    find: async (kid) => findIn(await all(), kid) ?? findIn(await load(), kid),
    published: async () => (await all()).map(({ publicKey }) => publicKey),
  };
}

/**
 * Creates the next key when it is time, or when there is a newer pepper, and returns those that count; of several processes one
 * does, and the others find it.
 */
export async function ensureSigningKeys(db: Database, peppers: Peppers, time: number): Promise<SigningKeyRow[]> {
  const rows = await readKeys(db);
  const newest = rows.at(-1);
  const opens = newest && canUnseal(peppers, newest.private_key);
  // Each pepper that is used seals one, by which servers with another are found.
  const isProven = rows.some((row) => versionOf(row.private_key) === peppers.current);
  if (opens && isProven && Date.parse(newest.active_from) + lifetime - announced > time)
    return usable(peppers, rows, time);
  const activeFrom = opens ? time + announced : time;
  const row = await makeRow(peppers, (newest?.generation ?? 0) + 1, new Date(activeFrom));
  await db
    .insertInto('signing_key')
    .values(row)
    .onConflict((conflict) => conflict.column('generation').doNothing())
    .execute();
  return usable(peppers, await readKeys(db), time);
}

/** Keys whose pepper is available, except those replaced so long ago that none of their tokens is still valid. */
function usable(peppers: Peppers, rows: SigningKeyRow[], time: number): SigningKeyRow[] {
  return rows.filter(({ private_key }, index) => {
    if (!canUnseal(peppers, private_key)) return false;
    const follower = rows[index + 1];
    return !follower || Date.parse(follower.active_from) + outlives > time;
  });
}

function readKeys(db: Database): Promise<SigningKeyRow[]> {
  return db.selectFrom('signing_key').selectAll().orderBy('generation').execute();
}

async function makeRow(peppers: Peppers, generation: number, activeFrom: Date): Promise<SigningKeyRow> {
  const { publicKey, privateKey } = await generateKeyPair(signingAlgorithm, { extractable: true });
  const kid = newId('sig');
  const shown = { ...(await exportJWK(publicKey)), kid, alg: signingAlgorithm, use: 'sig' };
  return {
    generation,
    kid,
    public_key: JSON.stringify(shown),
    private_key: seal(peppers, kid, JSON.stringify(await exportJWK(privateKey))),
    active_from: activeFrom.toISOString(),
  };
}

async function importKey(peppers: Peppers, row: SigningKeyRow): Promise<Loaded> {
  const publicKey = JSON.parse(row.public_key) as JWK;
  const privateKey = JSON.parse(unseal(peppers, row.kid, row.private_key)) as JWK;
  const [sign, verify] = await Promise.all([privateKey, publicKey].map((jwk) => importJWK(jwk, signingAlgorithm)));
  return {
    generation: row.generation,
    kid: row.kid,
    publicKey,
    sign: sign as CryptoKey,
    verify: verify as CryptoKey,
    activeFrom: Date.parse(row.active_from),
  };
}
