import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { oddPathsDocument } from '../testing/odd-paths-document.ts';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';
import { writeSpecs } from '../testing/test-specs.ts';

describeOnDatabases('paths that are written in less usual ways', (open) => {
  let portal: TestPortal;
  let key: string;
  before(async () => {
    const specs = writeSpecs({ odd: { 'openapi.yaml': oddPathsDocument, 'seed.yaml': '' } });
    portal = await startTestPortal({ open, env: { SPECS_PATH: `specs:${specs}` } });
    key = await portal.guest();
    for (const username of ['ana', 'bia', 'a:b']) await call('POST /users', { username, state: 'active' });
  });
  after(() => portal.close());

  const call = (request: string, body?: unknown) => {
    const [method, path] = request.split(' ');
    return portal.call(`${method} /sandbox/odd${path}`, { key, body });
  };

  test('a custom verb acts on the record before it, escaped or not, and the plain item stays one', async () => {
    assert.equal((await call('POST /users/ana:block', { state: 'blocked' })).body.state, 'blocked');
    assert.deepEqual((await call('GET /users/ana')).body, { username: 'ana', state: 'blocked' });
    assert.equal((await call('POST /users/bia%3Ablock', { state: 'blocked' })).body.username, 'bia');
    assert.equal((await call('POST /users/a:b:block', {})).body.username, 'a:b');
    assert.equal((await call('GET /users/a:b')).body.username, 'a:b');
    assert.equal((await call('POST /users/nobody:block', {})).status, 404);
    assert.equal((await call('GET /users/ana:block')).status, 405);
  });

  test('other representations and actions further down need the record, too', async () => {
    assert.match(String((await call('GET /users/ana.pdf')).headers['content-type']), /^application\/pdf/);
    assert.equal((await call('GET /users/nobody.pdf')).status, 404);
    assert.equal((await call('POST /users/ana/photo/remove')).status, 204);
    assert.equal((await call('POST /users/nobody/photo/remove')).status, 404);
  });

  test('a verb on a collection lists its records: those that are asked for', async () => {
    const names = (body: { username: string }[]) => body.map(({ username }) => username);
    assert.deepEqual(names((await call('GET /users:batchGet?names=ana&names=bia')).body.users), ['ana', 'bia']);
    assert.deepEqual(names((await call('GET /users%3AbatchGet?names=bia')).body.users), ['bia']);
    await call('POST /users/ana:block', { state: 'blocked' });
    await call('POST /users/bia:block', { state: 'active' });
    const found = await call('POST /users/search', { filter: { state: 'blocked' } });
    assert.deepEqual(names(found.body.results), ['ana', 'a:b']);
  });

  test('a search by POST has pages', async () => {
    const seen: string[] = [];
    for (let cursor: string | undefined, pages = 0; cursor !== null; pages++) {
      const { body } = await call('POST /users/search', { limit: 2, ...(cursor && { cursor }) });
      seen.push(...body.results.map(({ username }: { username: string }) => username));
      cursor = body.next_cursor;
      assert.ok(pages < 3, 'the walk does not end');
    }
    assert.deepEqual(seen, ['ana', 'bia', 'a:b']);
    assert.equal((await call('POST /users/search', { cursor: 'nonsense' })).status, 422);
  });

  test('a suffix is no part of an id, which may have dots', async () => {
    const made = await call('POST /calls.json', { to: '+55', sid: 'CA.1.json' });
    assert.equal(made.headers.location, '/sandbox/odd/calls/CA.1.json.json');
    assert.equal((await call('GET /calls/CA.1.json.json')).body.to, '+55');
    assert.deepEqual((await call('GET /calls.json')).body.calls, [made.body]);
    assert.equal((await call('DELETE /calls/CA.1.json.json')).status, 204);
    assert.equal((await call('GET /calls/CA.1.json.json')).status, 404);
  });

  test('a key in parentheses names an item', async () => {
    const { body } = await call('POST /Orders', { note: 'a' });
    assert.deepEqual((await call(`GET /Orders('${body.OrderID}')`)).body, body);
    assert.deepEqual((await call(`GET /Orders(%27${body.OrderID}%27)`)).body, body);
    assert.equal((await call("GET /Orders('none')")).status, 404);
  });

  test('literals may be escaped in the document, in the request, or in both', async () => {
    const { body } = await call('POST /cart%C3%B5es%20de%20visita', { note: 'b' });
    for (const path of ['/cartões%20de%20visita', '/cart%C3%B5es%20de%20visita'])
      assert.deepEqual((await call(`GET ${path}/${body.OrderID}`)).body, body);
  });
});
