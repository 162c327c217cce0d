import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { exampleRequest } from '../openapi/examples.ts';
import { terseDocument } from '../testing/terse-document.ts';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';
import { writeSpecs } from '../testing/test-specs.ts';

describeOnDatabases('an incomplete document', (open) => {
  let portal: TestPortal;
  let key: string;
  before(async () => {
    portal = await startTestPortal({
      open,
      env: { SPECS_PATH: `specs:${writeSpecs({ any: { 'openapi.yaml': terseDocument } })}` },
    });
    key = await portal.guest();
  });
  after(() => portal.close());

  const call = (request: string, body?: unknown) => {
    const [method, path] = request.split(' ');
    return portal.call(`${method} /sandbox/any${path}`, { key, body });
  };

  test('a record whose id no operation returns exists under any id, can be changed, and is gone after DELETE', async () => {
    const shown = await call('GET /stations/luz');
    assert.deepEqual([shown.status, shown.body], [200, { code: 'luz', name: 'Cais', open: true }]);
    assert.equal((await call('PATCH /stations/luz', { code: 'luz', name: 'Luz' })).body.name, 'Luz');
    assert.equal((await call('GET /stations/luz')).body.name, 'Luz');
    assert.equal((await call('GET /stations/bras')).body.name, 'Cais');
    assert.equal((await call('DELETE /stations/luz')).status, 204);
    for (const request of ['GET /stations/luz', 'DELETE /stations/luz', 'GET /stations/luz/platforms'])
      assert.equal((await call(request)).status, 404, request);
    assert.equal((await call('GET /stations/bras')).status, 200);
  });

  test('a record that is removed in one workspace exists in another', async () => {
    const other = await portal.guest();
    await call('DELETE /stations/sé');
    assert.equal((await portal.call('GET /sandbox/any/stations/sé', { key: other })).status, 200);
  });

  test('lists and creations below such a record work as anywhere', async () => {
    const made = await call('POST /stations/paulista/platforms', { side: 'left' });
    assert.equal(made.status, 201);
    assert.deepEqual((await call('GET /stations/paulista/platforms')).body, [made.body]);
    assert.equal((await call(`GET /stations/paulista/platforms/${made.body.id}`)).body.side, 'left');
    assert.equal((await call('GET /stations/paulista/platforms/999')).status, 404);
  });

  test('a singleton exists before it is first written', async () => {
    assert.deepEqual((await call('GET /stations/luz2/opening')).body, { from: '05:00' });
    await call('PUT /stations/luz2/opening', { from: '06:30' });
    assert.deepEqual((await call('GET /stations/luz2/opening')).body, { from: '06:30' });
  });

  test('a path may address a record by a word where its schema has a number', async () => {
    const { status, body } = await call('GET /gauges/broad');
    assert.deepEqual([status, body], [200, { gauge: 0, width: 83 }]);
  });

  test('each operation shows a record by its own schema, and invents as little as possible', async () => {
    const made = await call('POST /tickets', { to: null, note: null });
    assert.equal(made.body.printed, true);
    const { body } = await call(`GET /tickets/${made.body.id}`);
    assert.deepEqual(body, { id: made.body.id, to: 'Santos' });
    const listed = (await call('GET /tickets')).body.find(({ id }: { id: string }) => id === made.body.id);
    assert.equal(listed.price, 4.5);
  });

  test('a GET needs no body, whatever the document says', async () => {
    assert.equal((await call('GET /search')).status, 200);
  });

  test('recursive required objects are filled to a limited depth', async () => {
    assert.equal((await call('GET /stations/luz3/tree')).status, 200);
  });

  test('ids that a path declares as numbers are numbers, even where records store them as text', async () => {
    const { body: made } = await call('POST /numbers', {});
    assert.match(made.id, /^\d+$/);
    assert.deepEqual((await call(`GET /numbers/${made.id}`)).body, made);
  });

  test('an id that is a number in one operation and text in another names one record', async () => {
    const { body: started } = await call('POST /jobs');
    assert.equal(typeof started.id, 'number');
    assert.equal((await call(`GET /jobs/${started.id}`)).body.id, String(started.id));
  });

  test('records that no value could make valid are still created and listed', async () => {
    const { body: made } = await call('POST /rules', { from: 'a' });
    const { body: listed } = await call('GET /rules');
    assert.ok(listed.some(({ id }: { id: string }) => id === made.id));
  });

  test('ids match the pattern of the path that addresses them', async () => {
    const { body: made } = await call('POST /links', { to: 'x' });
    assert.match(made.id, /^[A-F]{8}$/);
    assert.deepEqual((await call(`GET /links/${made.id}`)).body, made);
  });

  test('separately listed records also start below records that exist', async () => {
    const [wall] = (await call('GET /walls')).body;
    const { body } = await call(`GET /walls/${wall.id}/notices`);
    assert.ok(body.some(({ id }: { id: string }) => id === 'n1'));
  });

  test('ids are numbers where another path to the record accepts no others', async () => {
    const { body: made } = await call('POST /boards', { title: 'Timetable' });
    assert.match(made.id, /^\d+$/);
    assert.equal((await call(`GET /boards/${made.id}`)).body.title, 'Timetable');
    assert.equal((await call(`PUT /boards/${made.id}/stars`)).status, 200);
  });

  test('ids have the format that another operation on their path requires', async () => {
    const { body: made } = await call('POST /tags', { title: 'Late' });
    for (const method of ['GET', 'PUT']) assert.equal((await call(`${method} /tags/${made.id}`)).status, 200, method);
  });

  test('an error has the type of a property even where an allOf part only adds an example to it', async () => {
    const { status, body } = await call('GET /errors?page=first');
    assert.deepEqual([status, body.status], [400, 400]);
  });

  test('ids match the pattern of their schema', async () => {
    for (let count = 0; count < 5; count++) assert.match((await call('POST /tickets', {})).body.id, /^T\d{6}$/);
  });

  test('a default that breaks its own rules is not blamed on a caller who sent nothing', async () => {
    assert.equal((await call('GET /tickets')).status, 200);
    assert.equal((await call('POST /tickets', { to: 'Santos' })).status, 201);
  });

  test('a list has a Link header where the document declares one', async () => {
    for (const name of ['Luz', 'Brás', 'Sé']) await call('POST /stops', { name });
    const { headers } = await call('GET /stops?page=2&per_page=1');
    assert.match(String(headers.link), /<[^>]*\/stops\?page=3&per_page=1>; rel="next"/);
  });

  test('a default that was not sent filters no record out of a list', async () => {
    assert.ok((await call('GET /tickets')).body.length > 0);
    assert.deepEqual((await call('GET /tickets?void=false')).body, []);
  });

  test('the documented example of a creation succeeds, once', async () => {
    const api = portal.context.apis.get('any');
    const create = api?.operations.find(({ path, method }) => path === '/scenes' && method === 'post');
    const scene = api && create && (exampleRequest(api, create).body?.value as { scene_id: string });
    const shown: { scene_id: string }[] = (await call('GET /scenes')).body;
    assert.ok(scene && !shown.some(({ scene_id }) => scene_id === scene.scene_id));
    assert.equal((await call('POST /scenes', scene)).status, 200);
    assert.equal((await call('POST /scenes', scene)).status, 409);
    assert.equal((await call(`GET /scenes/${scene.scene_id}`)).status, 200);
  });

  test('a record with its own address survives the removal of the parent it was listed below', async () => {
    assert.ok((await call('GET /lines/azul/trains')).body.length > 0);
    assert.equal((await call('DELETE /lines/azul')).status, 204);
    assert.equal((await call('GET /trains/t1')).status, 200);
  });

  test('where no operation lists the records below a parent, all records are there until they are removed from it', async () => {
    assert.equal((await call('GET /teams/red/trains/t1')).status, 200);
    assert.equal((await call('GET /teams/red/trains/none')).status, 404);
    assert.equal((await call('DELETE /teams/red/trains/t1')).status, 204);
    assert.equal((await call('GET /teams/red/trains/t1')).status, 404);
    assert.equal((await call('GET /teams/blue/trains/t1')).status, 200);
    assert.equal((await call('GET /trains/t1')).status, 200);
  });
});
