import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { exampleOfParameter } from '../../openapi/examples.ts';
import { valuesAt } from '../../records/values-at.ts';
import { describeOnDatabases } from '../../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../../testing/test-portal.ts';
import { allSpecs } from '../../testing/test-specs.ts';

describeOnDatabases('the seed data of a new workspace', (open) => {
  let portal: TestPortal;
  before(async () => {
    portal = await startTestPortal({ open, env: { SPECS_PATH: allSpecs() } });
  });
  after(() => portal.close());

  const sandboxes = () => [...portal.context.apis.values()].filter(({ slug }) => slug !== 'platform');
  const lists = [
    '/sandbox/notas/v1/companies',
    '/sandbox/notas/v1/customers',
    '/sandbox/biblioteca/livros',
    '/sandbox/biblioteca/leitores',
    '/sandbox/train-travel/stations',
  ];

  test('is the same for everyone', async () => {
    const [first, second] = [await portal.guest(), await portal.guest()];
    for (const list of lists) {
      const [one, other] = await Promise.all([first, second].map((key) => portal.call(`GET ${list}`, { key })));
      assert.equal(one?.status, 200);
      assert.deepEqual(one?.body, other?.body, list);
    }
  });

  test('is valid, except for values that callers cannot see', () => {
    for (const { slug, seed, plan, validator } of sandboxes()) {
      assert.ok(seed.length > 0, slug);
      for (const { store, id, body } of seed) {
        const schema = plan.resources.get(store)?.schema;
        assert.ok(schema, store);
        assert.deepEqual(validator.response(schema, body), [], `${slug} ${store} ${id}`);
      }
    }
  });

  test('has references to existing records', () => {
    for (const { slug, seed, plan, profile } of sandboxes()) {
      for (const { store, id, parent, body } of seed) {
        const refers = Object.entries(profile.resources?.[store]?.references ?? {});
        for (const [field, target] of refers)
          for (const { value } of valuesAt(body, field.split('.')))
            assert.ok(
              seed.some((other) => other.store === target && other.id === String(value)),
              `${slug} ${id} ${field}`,
            );
        const owner = parent.split('/').at(-1);
        const hasOwnerStore = [...plan.operations.values()].some(
          ({ resource, parents }) => resource?.store === store && parents.at(-1)?.store,
        );
        if (hasOwnerStore)
          assert.ok(
            seed.some((other) => other.id === owner),
            `${slug} ${store} ${id} is below ${parent}, which does not exist`,
          );
      }
    }
  });

  test('includes the documented records', () => {
    for (const { slug, plan, seed, document } of sandboxes()) {
      for (const { operation, idParameter, resource, role } of plan.operations.values()) {
        const parameter = operation.parameters.find(({ in: place, name }) => place === 'path' && name === idParameter);
        if (role !== 'read' || !parameter) continue;
        const shown = String(exampleOfParameter(document, parameter));
        assert.ok(
          seed.some(({ store, id }) => store === resource?.store && id === shown),
          `${slug} ${operation.id} shows ${shown}`,
        );
      }
    }
  });

  test('is inserted once, however many first requests come at the same time', async () => {
    const key = await portal.guest();
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => portal.call('GET /sandbox/notas/v1/customers', { key })),
    );
    for (const { status, headers } of answers) assert.deepEqual([status, headers['x-total-count']], [200, '12']);
  });

  test('does not return after it was deleted', async () => {
    const key = await portal.guest();
    await portal.call('DELETE /sandbox/biblioteca/livros/9786500000016', { key });
    assert.equal((await portal.call('GET /sandbox/biblioteca/livros/9786500000016', { key })).status, 404);
    assert.equal((await portal.call('GET /sandbox/biblioteca/livros', { key })).body.dados.length, 1);
  });
});
