import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { ServedApi } from '../plan/served-api.ts';
import { sendRandomRequests } from '../testing/random/send-random-requests.ts';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';
import { allSpecs } from '../testing/test-specs.ts';

/** `RANDOM_SEED=7 npx node --test …` sends other requests; a failure reports the seed that reproduces it. */
const seed = Number(process.env.RANDOM_SEED ?? 1);
const requests = 60;

describeOnDatabases(`random requests (RANDOM_SEED=${seed})`, (open) => {
  let portal: TestPortal;
  before(async () => {
    portal = await startTestPortal({ open, env: { SPECS_PATH: allSpecs(), GUESTS_PER_HOUR: '1000000' } });
  });
  after(() => portal.close());

  for (const slug of ['notas', 'gestor', 'recebiveis', 'crm', 'platform', 'train-travel', 'biblioteca'])
    test(`${slug} holds its invariants under random requests`, async () => {
      const sent = await sendRandomRequests(portal, portal.context.apis.get(slug) as ServedApi, { seed, requests });
      assert.ok(sent.requests >= requests);
      assert.ok(sent.statuses.size > 3, 'requests of all kinds are sent');
    });
});
