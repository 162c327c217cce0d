import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { callCrm, crmOf, person } from '../../server/testing/crm.ts';
import { describeOnDatabases } from '../../server/testing/test-databases.ts';
import {
  type CallOptions,
  startTestPortal,
  type TestAnswer,
  type TestPortal,
} from '../../server/testing/test-portal.ts';

const statuses = ['200', '201', '204', '304', '400', '401', '403', '404', '405', '410', '415', '422', '429'];

describeOnDatabases('the style guide of CRM: statuses', (open) => {
  let portal: TestPortal;
  let key: string;
  before(async () => {
    portal = await startTestPortal({ open });
    key = await portal.guest();
  });
  after(() => portal.close());

  const call = (request: string, body?: unknown, options: CallOptions = {}) =>
    callCrm(portal, request, { key, body, ...options });
  const api = () => crmOf(portal);

  test('row "Statuses exactly": the document declares exactly these, and each can be provoked', async () => {
    const responses = api().operations.flatMap((operation) => Object.keys(operation.responses));
    assert.deepEqual(
      responses.filter((status) => !statuses.includes(status)),
      [],
    );
    const components = JSON.stringify(api().document.components?.responses);
    for (const [, status = ''] of components.matchAll(/"status":(\d+)/g)) assert.ok(statuses.includes(status), status);

    const etag = (await call('GET /v2/anexos/10')).headers.etag ?? '';
    const attempts: [string, TestAnswer][] = [
      ['200', await call('GET /v2/anexos/10')],
      ['201', await call('POST /v2/usuarios', person('bia@ventonorte.example'))],
      ['204', await call('DELETE /v2/anexos/9')],
      ['304', await call('GET /v2/anexos/10', undefined, { headers: { 'if-none-match': etag } })],
      ['400', await call('POST /v2/usuarios', '{"nome": "Ana",}')],
      ['400', await call('GET /v2/usuarios', undefined, { headers: { accept: 'text/html' } })],
      ['401', await call('GET /v2/usuarios', undefined, { key: 'none' })],
      ['403', await readOnly('POST /v2/usuarios', person('ze@ventonorte.example'))],
      ['404', await call('GET /v2/anexos/999')],
      ['404', await call('GET /v2/anexos/dez')],
      ['405', await call('PATCH /v2/anexos', {})],
      ['410', await call('GET /v1/contatos')],
      ['415', await call('POST /v2/usuarios', 'nome=Ana', { headers: { 'content-type': 'text/plain' } })],
      ['422', await call('POST /v2/usuarios', {})],
      ['422', await call('GET /v2/usuarios?nmae=Ana')],
      ['422', await call('GET /v2/usuarios?cursor=nenhum')],
      ['422', await call('PATCH /v2/anexos/10', { descricao: 'x' }, { headers: { 'if-match': '"velha"' } })],
      ['400', await call('POST /v2/usuarios', 'x'.repeat(2_000_000))],
    ];
    for (const [status, { status: answered, headers, body }] of attempts) {
      assert.equal(String(answered), status, JSON.stringify(body));
      assert.ok(headers['x-request-id']);
      if (answered < 400) continue;
      assert.match(
        headers['content-type'] ?? '',
        /^application\/problem\+json/,
        'row "Errors as RFC 9457 problem details"',
      );
      assert.deepEqual(
        ['type', 'title', 'status', 'detail', 'code', 'request_id'].filter((name) => !(name in body)),
        [],
      );
      assert.equal(body.status, answered);
    }
    const [, notAllowed] = attempts.find(([status]) => status === '405') ?? [];
    assert.equal(notAllowed?.headers.allow, 'GET, POST, HEAD, OPTIONS');
    const [, unknown] = attempts.find(([status]) => status === '401') ?? [];
    assert.match(unknown?.headers['www-authenticate'] ?? '', /^Bearer realm="CRM"/);
  });

  test('row "429": requests over the limit are refused, with the standard fields', async () => {
    const strict = await startTestPortal({ open, env: { LIMITS: 'on' }, now: () => new Date('2026-11-21T12:00:00Z') });
    try {
      const own = await strict.guest();
      const limits = api().profile.limits;
      assert.match(limits?.name.en ?? '', /300 requests in 60 s/);
      const first = await strict.call('GET /sandbox/crm/v2/usuarios/1', { key: own });
      assert.equal(first.headers['ratelimit-policy'], '"workspace";q=300;w=60');
      assert.match(first.headers.ratelimit ?? '', /^"workspace";r=299;t=\d+$/);
      // The limit is used up at once, without waiting for delayed responses.
      const spent = await Promise.all(
        Array.from({ length: 310 }, () => strict.call('GET /sandbox/crm/v2/usuarios/1', { key: own })),
      );
      const refused = spent.filter(({ status }) => status === 429);
      assert.equal(refused.length, 11);
      assert.equal(refused[0]?.headers['retry-after'], '1');
      assert.equal(refused[0]?.body.code, 'too_many_requests');
    } finally {
      await strict.close();
    }
  });

  /** The same request with a read-only key. */
  async function readOnly(request: string, body: unknown): Promise<TestAnswer> {
    const own = await portal.guest();
    await portal.context.db
      .updateTable('api_key')
      .set({ scopes: 'crm:read' })
      .where('last_four', '=', own.slice(-4))
      .execute();
    return call(request, body, { key: own });
  }
});
