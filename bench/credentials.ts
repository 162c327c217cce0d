// `npx node bench/credentials.ts`: the cost of authenticating a caller, and whether it leaks how wrong a secret is.
// It prints and asserts nothing.
import { issueKey, readKeyPrincipal } from '../server/identity/api-keys.ts';
import { isSameSecret } from '../server/identity/is-same-secret.ts';
import { makeKey } from '../server/identity/key-format.ts';
import { authenticateClient, insertClient } from '../server/identity/oauth-clients.ts';
import { startTestPortal } from '../server/testing/test-portal.ts';

const TIMES = Number(process.env.TIMES ?? 20_000);
const ROUNDS = 7;

const portal = await startTestPortal();
try {
  const { db, peppers, now, verifyCredential, tokens, scopes } = portal.context;
  const { body } = await portal.call('POST /platform/v1/guest_workspaces');
  const workspaceId: string = body.workspace.id;
  const fields = {
    workspaceId,
    environment: 'test',
    role: 'administrator',
    scopes: scopes.names(),
    now: now(),
  } as const;
  const { secret: key } = await issueKey(db, peppers, { ...fields, expiresAt: null });
  const request = { ...fields, name: 'bench', createdBy: { type: 'workspace', id: workspaceId } } as never;
  const { client, secret } = await insertClient(db, peppers, request);
  const token = await tokens.issue(client, { scopes: ['notas:read'], audience: [portal.context.config.publicUrl] });
  const refused = () => {};

  console.log(`CPU of one call, in microseconds: the best of ${ROUNDS} rounds of ${TIMES} calls.`);
  await line('a cached key', () => verifyCredential(key));
  await line('a cached token', () => verifyCredential(token));
  await line('a key that must be looked up', () => readKeyPrincipal(db, peppers, key), 10);
  await line('a token that must be verified', () => tokens.readPrincipal(token), 10);
  await line('an invalid key (wrong checksum)', () => verifyCredential(`${key.slice(0, -1)}!`).catch(refused));
  await line('an unknown key', () => readKeyPrincipal(db, peppers, makeKey('test')).catch(refused), 10);

  const lookups = await cpuOf(() => readKeyPrincipal(db, peppers, key), 10);
  console.log(`\n1,000 credentials in use, each looked up once a second: ${(lookups / 10).toFixed(2)} % of a core.`);

  console.log('\nWrong secrets, relative to one that is entirely wrong: 1.00 leaks nothing.');
  const wrong = (right: number) => secret.slice(0, right) + 'x'.repeat(secret.length - right);
  const same = await cpuOf(() => isSameSecret(wrong(0), secret), 1);
  for (const right of [32, secret.length - 1])
    ratio(
      `${right} of ${secret.length} characters correct`,
      (await cpuOf(() => isSameSecret(wrong(right), secret), 1)) / same,
    );
  const asked = (id: string, given: string) => () => authenticateClient(db, peppers, { id, secret: given, now: now() });
  const first = await cpuOf(asked(client.id, wrong(0)), 10);
  ratio(
    'a client: all characters correct but one',
    (await cpuOf(asked(client.id, wrong(secret.length - 1)), 10)) / first,
  );
  ratio('an unknown client', (await cpuOf(asked('cli_unknown', wrong(0)), 10)) / first);
} finally {
  await portal.close();
}

async function line(name: string, call: () => unknown, fewer = 1): Promise<void> {
  console.log(`${name.padEnd(42)} ${(await cpuOf(call, fewer)).toFixed(1).padStart(8)}`);
}

function ratio(name: string, value: number): void {
  console.log(`${name.padEnd(42)} ${value.toFixed(2).padStart(8)}`);
}

/** Microseconds of CPU per call. The minimum of all rounds: other load only makes a round slower. */
async function cpuOf(call: () => unknown, fewer: number): Promise<number> {
  const times = Math.ceil(TIMES / fewer);
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round <= ROUNDS; round++) {
    const before = process.cpuUsage();
    for (let time = 0; time < times; time++) await call();
    const { user, system } = process.cpuUsage(before);
    // The first round compiles the code.
    if (round > 0) best = Math.min(best, (user + system) / times);
  }
  return best;
}
