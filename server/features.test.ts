import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { listJobs } from './list-jobs.ts';
import { loadApi } from './openapi/load-api.ts';
import type { Operation } from './openapi/operations.ts';
import { basePathOf } from './openapi/servers.ts';
import { allFeatures, type Feature, featureNames, featuresOf } from './settings/portal/features.ts';
import { describeOnDatabases } from './testing/test-databases.ts';
import { startTestPortal } from './testing/test-portal.ts';

const whole = await loadApi('specs/platform');
const tagsOf = (feature: Feature) =>
  (whole.document.tags ?? []).filter((tag) => tag['x-feature'] === feature).map(({ name }) => name);
const addressOf = (operation: Operation) =>
  `${operation.method.toUpperCase()} ${basePathOf(whole, operation)}${operation.path.replaceAll(/\{\w+\}/g, 'any_1')}`;

/** What the server answers besides its APIs, by the feature that it belongs to. */
const addresses: Partial<Record<Feature, string[]>> = {
  sandbox: ['GET /sandbox/notas/v1/customers', 'POST /platform/v1/guest_workspaces', 'GET /platform/v1'],
  keys: ['POST /oauth/token', 'GET /.well-known/jwks.json', 'GET /.well-known/oauth-authorization-server'],
  webhooks: ['POST /inbox/inb_1'],
  accounts: ['GET /account/session', 'POST /account/sign-up', 'GET /account/outbox'],
  downloads: ['GET /downloads/crm/openapi.yaml', 'GET /downloads/platform/client.tgz'],
};

test('each tag of the portal’s own API belongs to a feature', () => {
  for (const { name, 'x-feature': feature } of whole.document.tags ?? [])
    assert.ok(featureNames.includes(feature as Feature), name);
});

describeOnDatabases('features', (open) => {
  for (const off of featureNames)
    describe(`a portal without ${off}`, () => {
      const settings = { features: { [off]: false } };
      const features = featuresOf(settings);
      const lost = featureNames.filter((name) => !features[name]);
      const isLost = ({ operation }: Operation) => lost.flatMap(tagsOf).includes(operation.tags?.[0] ?? '');
      let portal: Awaited<ReturnType<typeof startTestPortal>>;
      before(async () => {
        portal = await startTestPortal({ open, settings });
      });
      after(() => portal.close());

      test('answers 404 to every operation and address of it', async () => {
        const key = features.sandbox ? await portal.guest() : undefined;
        const all = [
          ...whole.operations.filter(isLost).map(addressOf),
          ...lost.flatMap((name) => addresses[name] ?? []),
        ];
        assert.ok(all.length > 0);
        for (const request of all) {
          const body = request.startsWith('GET') ? undefined : {};
          const { status } = await portal.call(request, { ...(key && { key }), ...(body && { body }) });
          assert.equal(status, 404, request);
        }
      });

      test('has all else in its own document, and nothing that only this used', () => {
        const own = portal.context.apis.get('platform');
        assert.equal(own !== undefined, features.sandbox);
        if (!own) return;
        const left = whole.operations.filter((operation) => !isLost(operation));
        assert.deepEqual(
          own.operations.map(({ id }) => id),
          left.map(({ id }) => id),
        );
        const text = JSON.stringify(own.document);
        for (const [, kind = '', name = ''] of text.matchAll(/#\/components\/(\w+)\/([\w-]+)/g))
          assert.ok(name in ((own.document.components?.[kind] ?? {}) as object), `${kind}/${name}`);
        const used = new Set([...text.matchAll(/#\/components\/(\w+\/[\w-]+)/g)].map(([, place]) => place));
        const { securitySchemes, ...components } = own.document.components ?? {};
        for (const [kind, parts] of Object.entries(components))
          for (const name of Object.keys(parts as object)) assert.ok(used.has(`${kind}/${name}`), `${kind}/${name}`);
        const scopes = portal.context.scopes.names().map((name) => name.split(':')[0]);
        for (const tag of lost.flatMap(tagsOf)) assert.ok(!scopes.includes(tag), tag);
        assert.deepEqual(Object.keys(own.document.paths ?? {}), [...new Set(left.map(({ path }) => path))]);
      });
    });

  test('without any of them, a guest’s workspace still shows, exports and imports itself', async () => {
    const off = { keys: false, webhooks: false, requests: false, accounts: false, downloads: false };
    const portal = await startTestPortal({ open, settings: { features: off } });
    try {
      const key = await portal.guest();
      const { body: workspace } = await portal.call('GET /platform/v1/workspace', { key });
      assert.deepEqual(Object.keys(workspace.quotas), ['records', 'storage_bytes']);
      assert.equal((await portal.call('GET /sandbox/notas/v1/customers', { key })).status, 200);
      const { body: file } = await portal.call('GET /platform/v1/workspace/export', { key });
      assert.deepEqual(Object.keys(file), ['format', 'version', 'exported_at', 'workspace', 'apis']);
      const imported = await portal.call('POST /platform/v1/workspace/import', { key, body: file });
      assert.deepEqual([imported.status, Object.keys(imported.body)], [200, ['apis', 'left_out']]);
      const jobs = listJobs(portal.context).map(({ name }) => name);
      assert.deepEqual(
        jobs.filter((name) => /^(watch|send|mail)/.test(name)),
        [],
      );
      assert.ok(jobs.includes('remove-expired-workspaces'));
    } finally {
      await portal.close();
    }
  });
});

test('a feature that needs another is off with it', () => {
  assert.deepEqual(featuresOf({}), allFeatures);
  const { downloads, ...others } = featuresOf({ features: { sandbox: false } });
  assert.ok(downloads);
  assert.deepEqual(
    Object.values(others),
    Object.values(others).map(() => false),
  );
});
