import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { payloadOf, readEvents } from '../../server/events/event-store.ts';
import { describeOnDatabases } from '../../server/testing/test-databases.ts';
import {
  type CallOptions,
  startTestPortal,
  type TestAnswer,
  type TestPortal,
} from '../../server/testing/test-portal.ts';

const sale = { titulo: 'Balcões refrigerados', cliente: 'Padaria Trigo Novo Ltda', responsavel_id: 2 };

describeOnDatabases('the versions of CRM', (open) => {
  let portal: TestPortal;
  let key: string;
  before(async () => {
    portal = await startTestPortal({ open, env: { PUBLIC_URL: 'https://portal.example' } });
    key = await portal.guest();
  });
  after(() => portal.close());

  const call = (request: string, body?: unknown, options: CallOptions = {}): Promise<TestAnswer> =>
    portal.call(`${request.split(' ')[0]} /sandbox/crm${request.split(' ')[1]}`, { key, body, ...options });

  test('row "The version is the highest segment": both versions show the same records, v2 with one changed shape', async () => {
    const older = await call('GET /v1/oportunidades/4');
    const newer = await call('GET /v2/oportunidades/4');
    assert.deepEqual([older.status, newer.status], [200, 200]);
    assert.deepEqual([older.body.valor, older.body.moeda], ['96500.00', 'USD']);
    assert.deepEqual(newer.body.valor, { quantia: '96500.00', moeda: 'USD' });
    assert.equal('moeda' in newer.body, false);
    const { valor, moeda, ...others } = older.body;
    assert.deepEqual({ ...others, valor: { quantia: valor, moeda } }, newer.body);
    assert.notEqual(older.headers.etag, newer.headers.etag);
    assert.deepEqual((await call('GET /v1/usuarios')).body, (await call('GET /v2/usuarios')).body);
    assert.deepEqual((await call('GET /v1/anexos/10')).body, (await call('GET /v2/anexos/10')).body);
    assert.equal((await call('GET /usuarios')).status, 404, 'an address without a version');
    assert.equal((await call('GET /v3/usuarios')).status, 404);
  });

  test('a record created in one version can be read, changed and deleted in the other', async () => {
    const made = await call('POST /v1/oportunidades', { ...sale, valor: '1500.00' });
    assert.deepEqual(
      [made.status, made.body.valor, made.body.moeda],
      [201, '1500.00', 'BRL'],
      JSON.stringify(made.body),
    );
    assert.equal(made.headers.location, `/sandbox/crm/v1/oportunidades/${made.body.id}`);
    const path = `/oportunidades/${made.body.id}`;
    assert.deepEqual((await call(`GET /v2${path}`)).body.valor, { quantia: '1500.00', moeda: 'BRL' });

    const inDollars = await call(`PATCH /v2${path}`, { valor: { moeda: 'USD' } });
    assert.deepEqual(inDollars.body.valor, { quantia: '1500.00', moeda: 'USD' });
    const raised = await call(`PATCH /v1${path}`, { valor: '1750.00' });
    assert.deepEqual([raised.body.valor, raised.body.moeda], ['1750.00', 'USD'], 'the currency is unchanged');
    const renamed = await call(`PATCH /v1${path}`, { titulo: 'Balcões' });
    assert.deepEqual([renamed.body.titulo, renamed.body.valor, renamed.body.moeda], ['Balcões', '1750.00', 'USD']);
    const replaced = await call(`PUT /v1${path}`, { ...sale, valor: '90.00' });
    assert.deepEqual([replaced.body.valor, replaced.body.moeda], ['90.00', 'BRL'], 'PUT resets to defaults');
    assert.deepEqual((await call(`GET /v2${path}`)).body.valor, { quantia: '90.00', moeda: 'BRL' });
    const back = await call(`PUT /v1${path}`, (await call(`GET /v1${path}`)).body);
    assert.equal(back.status, 200, 'what was read can be sent back');
    assert.equal((await call(`DELETE /v1${path}`)).status, 204);
    assert.equal((await call(`GET /v2${path}`)).status, 404);
  });

  test('each version refuses the shape of the other, and names the field in its own terms', async () => {
    const wrong = await call('POST /v2/oportunidades', { ...sale, valor: '1500.00' });
    assert.deepEqual([wrong.status, wrong.body.errors[0].pointer], [422, '#/valor']);
    const older = await call('POST /v1/oportunidades', { ...sale, valor: { quantia: '1500.00', moeda: 'BRL' } });
    assert.deepEqual([older.status, older.body.errors[0].pointer], [422, '#/valor']);
    assert.equal((await call('PATCH /v2/oportunidades/4', { moeda: 'BRL' })).status, 422);
  });

  test('lists are filtered, sorted and walked by the field names of each version', async () => {
    const fresh = { key: await portal.guest() };
    const values = async (query: string, version: string) => {
      const { status, body } = await call(`GET /${version}/oportunidades?${query}`, undefined, fresh);
      assert.equal(status, 200, JSON.stringify(body));
      return body.dados.map(({ id }: { id: number }) => id);
    };
    assert.deepEqual(await values('valor>=50000&ordenar=-valor', 'v1'), [1, 4, 2]);
    assert.deepEqual(await values('valor.quantia>=50000&ordenar=-valor.quantia', 'v2'), [1, 4, 2]);
    assert.deepEqual(await values('moeda=USD', 'v1'), [4]);
    assert.deepEqual(await values('valor.moeda=USD', 'v2'), [4]);

    const walked: number[] = [];
    let cursor = '';
    do {
      const { body } = await call(`GET /v1/oportunidades?limite=3&ordenar=-valor&cursor=${cursor}`, undefined, fresh);
      walked.push(...body.dados.map(({ id }: { id: number }) => id));
      assert.equal(body.tem_mais, body.proximo_cursor !== null);
      cursor = body.proximo_cursor;
    } while (cursor);
    assert.deepEqual(walked, [1, 4, 2, 6, 7, 5, 3, 8]);
  });

  test('row "v1 is deprecated": every response of v1 has the dates and the successor; none of v2 has', async () => {
    const answers = [
      await call('GET /v1/oportunidades/2'),
      await call('GET /v1/oportunidades/999'),
      await call('GET /v1/oportunidades/2', undefined, { key: 'sk_test_wrong' }),
      await call('DELETE /v1/oportunidades'),
      await call('PATCH /v1/oportunidades/2', { valor: 'muito' }),
      await call('GET /v1/contatos'),
      await call('GET /v1/nada'),
    ];
    assert.deepEqual(
      answers.map(({ status }) => status),
      [200, 404, 401, 405, 422, 410, 404],
    );
    for (const { headers, status } of answers) {
      assert.equal(headers.deprecation, '@1782788400', String(status));
      assert.equal(headers.sunset, 'Wed, 30 Jun 2027 03:00:00 GMT');
      assert.match(
        headers.link ?? '',
        /<https:\/\/portal\.example\/guides\/versions>; rel="deprecation"; type="text\/html"/,
      );
      assert.match(headers.link ?? '', /<https:\/\/portal\.example\/guides\/versions>; rel="sunset"/);
    }
    const successors = answers.map(({ headers }) => /<([^>]*)>; rel="successor-version"/.exec(headers.link ?? '')?.[1]);
    const [first] = successors;
    assert.equal(first, '/sandbox/crm/v2/oportunidades/2');
    assert.deepEqual(successors.slice(3), ['/sandbox/crm/v2/oportunidades', first, undefined, undefined]);
    assert.equal((await portal.call(`GET ${first}`, { key })).status, 200);
    const held = await call('GET /v1/usuarios/1', undefined, {
      headers: { 'if-none-match': (await call('GET /v1/usuarios/1')).headers.etag ?? '' },
    });
    assert.deepEqual([held.status, held.headers.deprecation], [304, '@1782788400']);

    for (const { headers } of [await call('GET /v2/oportunidades/2'), await call('GET /v2/nada')])
      assert.deepEqual([headers.deprecation, headers.sunset, headers.link], [undefined, undefined, undefined]);
    const api = portal.context.apis.get('crm');
    const deprecated = api?.operations.filter(({ operation }) => operation.deprecated).map(({ path }) => path);
    assert.deepEqual(
      deprecated,
      api?.operations.map(({ path }) => path).filter((path) => path.startsWith('/v1/')),
    );
  });

  test('row "A webhook endpoint pinned to v1 gets v1 bodies": an event is stored once for each version', async () => {
    const mine = await portal.guest();
    const made = await call(
      'POST /v2/oportunidades',
      { ...sale, valor: { quantia: '10.00', moeda: 'EUR' } },
      { key: mine },
    );
    await call(`PATCH /v1/oportunidades/${made.body.id}`, { valor: '20.00' }, { key: mine });
    await call('PATCH /v1/usuarios/2', { nome: 'Caio Teles' }, { key: mine });
    assert.equal((await call(`DELETE /v2/oportunidades/${made.body.id}`, undefined, { key: mine })).status, 204);

    const workspace = (await portal.call('GET /platform/v1/workspace', { key: mine })).body.id;
    const { rows: events } = await readEvents(portal.context.db, workspace, { limit: 10 });
    // biome-ignore lint/suspicious/noExplicitAny: payloads have every shape.
    const payloads = (version?: string) => events.map((event) => payloadOf(event, version) as any);
    assert.deepEqual(
      payloads().map(({ type }) => type),
      ['oportunidade_cadastrada', 'oportunidade_alterada', 'usuario_alterado', 'oportunidade_excluida'],
    );
    const values = (version?: string) =>
      payloads(version).flatMap(({ data: { oportunidade: shown } }) => (shown ? [[shown.valor, shown.moeda]] : []));
    assert.deepEqual(values(), [
      [{ quantia: '10.00', moeda: 'EUR' }, undefined],
      [{ quantia: '20.00', moeda: 'EUR' }, undefined],
      [{ quantia: '20.00', moeda: 'EUR' }, undefined],
    ]);
    assert.deepEqual(values('v2'), values());
    assert.deepEqual(values('v1'), [
      ['10.00', 'EUR'],
      ['20.00', 'EUR'],
      ['20.00', 'EUR'],
    ]);
    assert.deepEqual(payloads('v1')[2], payloads()[2], 'what both versions share is the same');
    const shown = (await portal.call('GET /platform/v1/events', { key: mine })).body.data;
    assert.deepEqual(shown[0].payload, payloads()[0]);
  });
});
