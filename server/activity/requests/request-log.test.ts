import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { describeOnDatabases } from '../../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../../testing/test-portal.ts';

const customer = { type: 'individual', name: 'Ana', federal_tax_number: '52998224725', email: 'ana@c.example' };

describeOnDatabases('The request log', (open) => {
  let portal: TestPortal;
  let key: string;
  before(async () => {
    portal = await startTestPortal({ open });
    key = await portal.guest();
  });
  after(() => portal.close());

  const ask = (path: string, by = key) => portal.call(`GET /platform/v1${path}`, { key: by });
  const list = async (query: string, by = key) => (await ask(`/requests?${query}`, by)).body.data;
  const idOf = ({ headers }: { headers: Record<string, string | undefined> }) => headers['x-request-id'] ?? '';

  test('shows a call with its route, caller, times and stages, and what it sent, received and caused', async () => {
    const made = await portal.call('POST /sandbox/notas/v1/customers?x-note=1', { key, body: customer });
    const sold = await portal.call('POST /sandbox/crm/v2/oportunidades', {
      key,
      body: { cliente: 'Padaria', titulo: 'Venda', responsavel_id: 2, valor: { quantia: '10.00', moeda: 'BRL' } },
    });
    assert.equal(sold.status, 201, JSON.stringify(sold.body));
    const { body } = await ask(`/requests/${idOf(sold)}`);
    assert.deepEqual(
      [body.api, body.operation, body.route, body.method, body.path, body.status, body.error_code],
      ['crm', 'cadastrarOportunidade', '/v2/oportunidades', 'POST', '/sandbox/crm/v2/oportunidades', 201, null],
    );
    assert.match(body.actor.id, /^key_/);
    assert.deepEqual(Object.keys(body.stages_ms).sort(), ['handle', 'identify', 'limit', 'validate', 'write']);
    assert.ok(body.duration_ms > 0);
    assert.equal(JSON.parse(body.request.body).titulo, 'Venda');
    assert.equal(JSON.parse(body.response.body).id, sold.body.id);
    assert.equal(body.response.headers.location, sold.headers.location);
    assert.deepEqual(
      body.events.map(({ type }: { type: string }) => type),
      ['oportunidade_cadastrada'],
    );
    const refused = await ask(`/requests/${idOf(made)}`);
    assert.equal(refused.body.query, 'x-note=1');
  });

  test('says why a call was refused, field by field, in the language of the reader', async () => {
    const refused = await portal.call('POST /sandbox/notas/v1/customers', { key, body: { type: 'individual' } });
    const path = `/platform/v1/requests/${idOf(refused)}`;
    const english = await portal.call(`GET ${path}`, { key, headers: { 'accept-language': 'en' } });
    const { reason, error_code } = english.body;
    assert.deepEqual(
      [error_code, reason.code, reason.title],
      ['invalid_fields', 'invalid_fields', 'Some fields are not valid'],
    );
    const [issue] = reason.issues;
    assert.deepEqual([issue.in, issue.pointer, issue.code], ['body', '/name', 'required']);
    assert.match(issue.detail, /is required/);
    const { body } = await portal.call(`GET ${path}`, { key, headers: { 'accept-language': 'pt-BR' } });
    assert.match(body.reason.issues[0].detail, /obrigatório/);
  });

  test('finds calls by each of their properties', async () => {
    const other = (await portal.call('POST /platform/v1/api_keys', { key, body: { name: 'x', scopes: ['*:read'] } }))
      .body;
    const own = await portal.call('GET /sandbox/gestor/v1/produtos', { key: other.secret });
    const missing = await portal.call('GET /sandbox/notas/v1/customers/cus_nowhere', { key });
    const found = async (query: string) => (await list(query)).map(({ id }: { id: string }) => id);
    assert.deepEqual(await found(`credential_id=${other.id}`), [idOf(own)]);
    assert.deepEqual(await found('status=404&api=notas'), [idOf(missing)]);
    assert.deepEqual(await found('error_code=not_found'), [idOf(missing)]);
    assert.deepEqual(await found('q=CUS_nowhere&target=sandbox'), [idOf(missing)], 'in the path, ignoring case');
    assert.deepEqual(await found(`q=${idOf(own)}&target=sandbox`), [idOf(own)]);
    assert.deepEqual(await found('operation=consultarCliente'), []);
    assert.equal((await found('q=Padaria&method=POST')).length, 1, 'in the bodies');
    assert.ok((await found('status_class=4xx')).includes(idOf(missing)));
    assert.ok((await list('target=platform')).every(({ api }: { api: string }) => api === 'platform'));
    assert.deepEqual(await found(`until=${new Date(Date.now() - 60_000).toISOString()}`), []);
    assert.ok((await found(`since=${new Date(Date.now() - 60_000).toISOString()}`)).length > 3);
    for (const wrong of ['status_class=9xx', 'status=abc', 'since=yesterday', 'colour=red'])
      assert.equal((await ask(`/requests?${wrong}`)).status, 422, wrong);
  });

  test('finds what the figures of usage count as 4xx and as 5xx', async () => {
    const prefer = (value: string) => portal.call('GET /sandbox/notas/v1/company', { key, headers: { prefer: value } });
    const limited = await prefer('code=429');
    await prefer('drop=before').catch(() => {});
    const count = async (query: string) => (await list(`target=sandbox&limit=100&${query}`)).length;
    const { totals } = (await ask('/metrics?target=sandbox')).body;
    assert.ok((await list('status_class=4xx')).some(({ id }: { id: string }) => id === idOf(limited)));
    assert.equal(await count('status_class=4xx&except_status=429'), totals.client_errors);
    assert.equal(await count('status_class=5xx'), totals.server_errors);
    assert.ok(totals.client_errors > 0 && totals.server_errors > 0);
    assert.deepEqual(
      (await list('status_class=5xx')).map(({ status }: { status: number | null }) => status),
      [null],
    );
  });

  test('pages from the newest call to the oldest, each once', async () => {
    const ids: string[] = [];
    const all = (await ask('/requests?limit=100&target=sandbox')).body.data.map(({ id }: { id: string }) => id);
    for (let cursor = ''; ; ) {
      const { body } = await ask(`/requests?limit=2&target=sandbox${cursor}`);
      ids.push(...body.data.map(({ id }: { id: string }) => id));
      if (!body.has_more) break;
      cursor = `&cursor=${body.next_cursor}`;
    }
    assert.deepEqual(ids, all);
  });

  test("another workspace's calls are not found", async () => {
    const made = await portal.call('GET /sandbox/notas/v1/company', { key });
    const stranger = await portal.guest();
    assert.equal((await ask(`/requests/${idOf(made)}`, stranger)).status, 404);
    assert.deepEqual(await list(`q=${idOf(made)}&target=sandbox`, stranger), []);
  });

  test('a call that is refused for its key belongs to the workspace whose key it was', async () => {
    const { id, secret } = (
      await portal.call('POST /platform/v1/api_keys', { key, body: { name: 'old', scopes: ['*:read'] } })
    ).body;
    await portal.call(`DELETE /platform/v1/api_keys/${id}`, { key });
    const refused = await portal.call('GET /sandbox/crm/v2/usuarios', { key: secret });
    assert.equal(refused.status, 401);
    const { body } = await ask(`/requests/${idOf(refused)}`);
    assert.deepEqual([body.status, body.error_code, body.actor], [401, 'invalid_key', null]);
    const live = await portal.call('POST /platform/v1/api_keys', {
      key,
      body: { name: 'live', scopes: ['*:read'], environment: 'live' },
    });
    const wrongPlace = await portal.call('GET /sandbox/crm/v2/usuarios', { key: live.body.secret });
    assert.equal((await ask(`/requests/${idOf(wrongPlace)}`)).body.error_code, 'live_key');
  });

  test('tells the first call with an idempotency key from its replays, and one that was dropped on purpose', async () => {
    const headers = { 'idempotency-key': crypto.randomUUID() };
    const send = () =>
      portal.call('POST /sandbox/notas/v1/customers', {
        key,
        headers,
        body: { ...customer, federal_tax_number: '11144477735' },
      });
    const [first, replay] = [await send(), await send()];
    assert.equal(idOf(first) === idOf(replay), false);
    const fate = async (id: string) => (await ask(`/requests/${id}`)).body.idempotency;
    assert.deepEqual([await fate(idOf(first)), await fate(idOf(replay))], ['first', 'replay']);
  });

  test('keeps a large body up to 64 KiB, and nothing of bytes', async () => {
    const name = 'x'.repeat(70_000);
    const large = await portal.call('POST /sandbox/notas/v1/customers', { key, body: { ...customer, name } });
    const { body } = await ask(`/requests/${idOf(large)}`);
    assert.equal(body.request.body.length, 65_536);
    assert.ok(body.request_bytes > 70_000);
  });
});
