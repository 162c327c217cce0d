import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import type { Operation } from '../openapi/operations.ts';
import type { ServedApi } from '../plan/served-api.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';
import { writeSpecs } from '../testing/test-specs.ts';
import { tryDownloads } from './try-downloads.ts';

const document = `openapi: 3.1.0
info: {title: Agenda, version: "1"}
paths:
  /visits: {get: {summary: List visits, responses: {"200": {description: ok}}}}
`;

async function withPortal(
  run: (portal: TestPortal, served: (slug: string) => ServedApi) => Promise<void>,
): Promise<void> {
  const portal = await startTestPortal();
  try {
    await run(portal, (slug) => portal.context.apis.get(slug) ?? assert.fail(`${slug} is not served`));
  } finally {
    await portal.close();
  }
}

const toldOf = async (portal: TestPortal) =>
  (await portal.call('GET /readyz?verbose', { headers: { 'accept-language': 'en' } })).body.faults.filter(
    ({ api }: { api: string }) => api !== 'defeituosa',
  );

describe('a download that cannot be made', () => {
  test('a collection has all requests but the one that cannot be written', async () => {
    await withPortal(async (portal, served) => {
      const api = served('biblioteca');
      const odd = (operation: Operation): Operation =>
        operation.id === 'listarLivros'
          ? Object.defineProperty({ ...operation }, 'parameters', {
              get: () => {
                throw new Error('it broke');
              },
            })
          : operation;
      const copies = new Map(api.operations.map((operation) => [operation, odd(operation)]));
      const planned = [...api.plan.operations].map(([operation, plan]) => {
        const copy = copies.get(operation) as Operation;
        return [copy, { ...plan, operation: copy }] as const;
      });
      const plan = { ...api.plan, operations: new Map(planned) };
      portal.context.apis.set('biblioteca', { ...api, operations: [...copies.values()], plan });
      const { status, body } = await portal.call('GET /downloads/biblioteca/postman_collection.json');
      assert.equal(status, 200);
      const count = (text: string) => text.split('"request"').length - 1;
      const whole = await startTestPortal();
      const { body: all } = await whole.call('GET /downloads/biblioteca/postman_collection.json');
      await whole.close();
      assert.equal(count(JSON.stringify(body)), count(JSON.stringify(all)) - 1);
      const [{ stage, left_out, operation, file, message }] = await toldOf(portal);
      assert.deepEqual(
        [stage, left_out, operation, file],
        ['collection', 'operation', 'GET /livros', 'biblioteca/openapi.yaml'],
      );
      assert.match(message, /The Postman file cannot be written: it broke/);
    });
  });

  test('is known at the start in strict mode, whichever of the files it is', async () => {
    const broken = { 'sandbox.ts': 'throw new Error("it broke");' };
    for (const [files, wanted] of [
      [broken, 'download'],
      [{ ...broken, 'openapi.yaml': document }, 'profile'],
    ] as const) {
      const folder = join(writeSpecs({ biblioteca: files }), 'biblioteca');
      await withPortal(async (portal, served) => {
        const api = { ...served('biblioteca'), folder };
        await tryDownloads({ ...portal.context, apis: new Map([['biblioteca', api]]) });
        const [{ stage, left_out }] = await toldOf(portal);
        assert.deepEqual([stage, left_out], [wanted, 'part']);
      });
    }
  });

  for (const [what, profile] of [
    ['throws', 'throw new Error("it broke");'],
    ['ends the process', 'process.exit();'],
  ])
    test(`a client whose profile ${what} does not keep others from theirs`, async () => {
      const files = { 'openapi.yaml': document, 'sandbox.ts': profile as string };
      const folder = join(writeSpecs({ biblioteca: files }), 'biblioteca');
      await withPortal(async (portal, served) => {
        portal.context.apis.set('biblioteca', { ...served('biblioteca'), folder });
        const { status, body } = await portal.call('GET /downloads/biblioteca/client.tgz');
        assert.equal(status, 503);
        assert.doesNotMatch(JSON.stringify(body), /it broke|sandbox/);
        assert.equal((await portal.call('GET /downloads/biblioteca/openapi.yaml')).status, 200);
        assert.equal((await portal.call('GET /downloads/notas/client.tgz')).status, 200);
        const [{ api, left_out }] = await toldOf(portal);
        assert.deepEqual([api, left_out], ['biblioteca', 'part']);
      });
    });
});
