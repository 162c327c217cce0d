import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { callGestor, product } from '../../testing/gestor.ts';
import { startBeside } from '../../testing/issuing-workspaces.ts';
import { describeOnDatabases, type TestDatabase } from '../../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../../testing/test-portal.ts';

type Shown = { id: number; ultima_alteracao: string; nome?: string };

describeOnDatabases('following a list by its changes (dialects.md 2, ultima_alteracao)', (open) => {
  let portal: TestPortal;
  let beside: TestPortal;
  let database: TestDatabase;
  let now = Date.parse('2026-11-20T12:00:00.250Z');
  before(async () => {
    database = await open();
    const env = { KEY_PEPPERS: `1:${Buffer.alloc(32, 7).toString('base64')}` };
    portal = await startTestPortal({ open: async () => database, now: () => new Date(now), env });
    beside = await startBeside(database);
  });
  after(async () => {
    await beside.app.close();
    await portal.close();
  });

  const follow = async (key: string, path: string, after?: string, limit = 7): Promise<Shown[]> => {
    const query = new URLSearchParams({ limite: String(limit), ...(after && { alterado_apos: after }) });
    const { status, body } = await callGestor(portal, key, `GET ${path}?${query}`);
    assert.equal(status, 200, JSON.stringify(body));
    return body;
  };
  /** Reads all changes after the last one that was seen. */
  const catchUp = async (key: string, path: string, after?: string): Promise<Shown[]> => {
    const seen: Shown[] = [];
    for (let page = await follow(key, path, after); page.length > 0; ) {
      seen.push(...page);
      page = await follow(key, path, page.at(-1)?.ultima_alteracao);
    }
    return seen;
  };

  test("every record has the time of its last change by the workspace's clock, on create and on update", async () => {
    const key = await portal.guest();
    await portal.call('PATCH /platform/v1/workspace/clock', { key, body: { advance_seconds: 86_400 } });
    const { body: created } = await callGestor(portal, key, 'POST /produtos', product(1));
    assert.equal(created.ultima_alteracao, '2026-11-21 12:00:00.250000');
    const { body: changed } = await callGestor(portal, key, `PUT /produtos/${created.id}`, product(1));
    assert.equal(changed.ultima_alteracao, '2026-11-21 12:00:00.250001');
    const list = await follow(key, '/produtos', undefined, 500);
    const moments = list.map(({ ultima_alteracao }) => ultima_alteracao);
    assert.deepEqual(moments, moments.toSorted());
    assert.equal(list.at(-1)?.id, created.id);
  });

  test('changes after a timestamp are listed, in any notation', async () => {
    const key = await portal.guest();
    const all = (await follow(key, '/produtos', undefined, 500)).map(({ ultima_alteracao }) => ultima_alteracao);
    const wanted = all.filter((moment) => moment > '2026-08-05 18:07:22');
    assert.ok(wanted.length > 0 && wanted.length < all.length);
    for (const written of [
      '2026-08-05%2018:07:22',
      '2026-08-05+18:07:22',
      '2026-08-05T18:07:22',
      '2026-08-05%2018%3A07%3A22.000',
      '2026-08-05T18:07:22Z',
      '2026-08-05T15:07:22-03:00',
    ]) {
      const { body, headers } = await callGestor(portal, key, `GET /produtos?alterado_apos=${written}`);
      assert.deepEqual(
        body.map((record: Shown) => record.ultima_alteracao),
        wanted,
        written,
      );
      assert.equal(headers['x-total-count'], String(wanted.length));
    }
    assert.deepEqual(await follow(key, '/produtos', all.at(-1)), []);
    assert.equal((await follow(key, '/produtos', '2022-08-03 15:30:00', 500)).length, all.length);
  });

  test('the order continues after the clock was set back', async () => {
    const key = await portal.guest();
    await portal.call('PATCH /platform/v1/workspace/clock', { key, body: { advance_seconds: 3600 } });
    await callGestor(portal, key, 'POST /produtos', product(1));
    const seen = (await catchUp(key, '/produtos')).at(-1)?.ultima_alteracao;
    await portal.call('DELETE /platform/v1/workspace/clock', { key });
    const { body: later } = await callGestor(portal, key, 'POST /produtos', product(2));
    const { body: changed } = await callGestor(portal, key, 'PUT /produtos/1', product(3));
    assert.deepEqual(
      (await catchUp(key, '/produtos', seen)).map(({ id }) => id),
      [later.id, changed.id],
    );
    // Even where the latest record was removed, no later change reuses its timestamp.
    await callGestor(portal, key, 'DELETE /produtos/1');
    const { body: next } = await callGestor(portal, key, 'POST /produtos', product(4));
    assert.deepEqual(
      (await catchUp(key, '/produtos', changed.ultima_alteracao)).map(({ id }) => id),
      [next.id],
    );
  });

  test('removals are in a list that is followed in the same way, and no id is reused', async () => {
    const key = await portal.guest();
    const seen = (await catchUp(key, '/remocoes')).at(-1)?.ultima_alteracao;
    await callGestor(portal, key, 'DELETE /produtos/17');
    await callGestor(portal, key, 'DELETE /clientes/2');
    const { body } = await callGestor(portal, key, 'POST /produtos', product(1));
    assert.equal(body.id, 18);
    const removals = (await catchUp(key, '/remocoes', seen)) as unknown as Record<string, unknown>[];
    assert.deepEqual(
      removals.map(({ recurso, registro_id }) => [recurso, registro_id]),
      [
        ['produtos', 17],
        ['clientes', 2],
      ],
    );
    const { body: products } = await callGestor(portal, key, 'GET /remocoes?recurso=produtos');
    assert.deepEqual(
      products.map(({ registro_id }: Record<string, unknown>) => registro_id),
      [14, 17],
    );
    assert.deepEqual(
      await callGestor(portal, await portal.guest(), 'GET /remocoes').then(({ body }) => body.length),
      2,
    );
  });

  test('nothing is lost or repeated while others write, in this process and in another', async () => {
    const key = await portal.guest();
    const made = new Map<number, string>();
    const store = ({ id, ultima_alteracao }: Shown) => made.set(id, ultima_alteracao);
    let writing = 6;
    const writers = [portal, beside, portal, beside, portal, beside].map(async (through, writer) => {
      const own: number[] = [];
      for (let index = 0; index < 40; index++) {
        if (index % 10 === 9) now += 1;
        const isNew = own.length === 0 || index % 3 !== 2;
        const request = isNew ? 'POST /produtos' : `PUT /produtos/${own[index % own.length]}`;
        const body = product(writer * 1000 + (isNew ? index : own.length * 100 + index));
        const answer = await callGestor(through, key, request, body);
        assert.ok(answer.status < 300, JSON.stringify(answer.body));
        if (isNew) own.push(answer.body.id);
        store(answer.body);
        await new Promise(setImmediate);
      }
      writing--;
    });
    const seen: Shown[] = [];
    const goOn = async () => {
      const page = await follow(key, '/produtos', seen.at(-1)?.ultima_alteracao);
      seen.push(...page);
      return page.length;
    };
    while (writing > 0) {
      await goOn();
      await new Promise(setImmediate);
    }
    await Promise.all(writers);
    while ((await goOn()) > 0);

    const moments = seen.map(({ ultima_alteracao }) => ultima_alteracao);
    assert.equal(new Set(moments).size, moments.length, 'a change was repeated');
    assert.deepEqual(moments, moments.toSorted(), 'a change came before an earlier one');
    const latest = new Map(seen.map(({ id, ultima_alteracao }) => [id, ultima_alteracao]));
    for (const [id, moment] of made) assert.equal(latest.get(id), moment, `the last change of ${id} was lost`);
  });

  test('a reset starts again with the seed data', async () => {
    const key = await portal.guest();
    const before = await catchUp(key, '/produtos');
    await callGestor(portal, key, 'POST /produtos', product(1));
    assert.equal(
      (await portal.call('POST /platform/v1/workspace/reset', { key, body: { api: 'gestor' } })).status,
      204,
    );
    assert.deepEqual(await catchUp(key, '/produtos'), before);
    const { body } = await callGestor(portal, key, 'POST /produtos', product(2));
    assert.deepEqual(
      (await catchUp(key, '/produtos', before.at(-1)?.ultima_alteracao)).map(({ id }) => id),
      [body.id],
    );
  });
});
