import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';
import { writeSpecs } from '../testing/test-specs.ts';

const answer = (schema: string, status = 200) =>
  `{"${status}": {description: ok, content: {application/json: {schema: ${schema}}}}}`;
const body = (schema: string) => `{required: true, content: {application/json: {schema: ${schema}}}}`;
const inPath = (name: string, type = 'string') =>
  `parameters: [{name: ${name}, in: path, required: true, schema: {type: ${type}}}]`;
const named = (name: string) => `{$ref: "#/components/schemas/${name}"}`;
const listOf = (name: string) => `{type: array, items: ${named(name)}}`;

/** What documents do that nobody wrote with a sandbox in mind. */
const document = `openapi: 3.1.0
info: {title: Any, version: "1"}
paths:
  /stations/{code}:
    ${inPath('code')}
    get: {responses: ${answer(named('Station'))}}
    patch: {requestBody: ${body(named('Station'))}, responses: ${answer(named('Station'))}}
    delete: {responses: {"204": {description: gone}}}
  /stations/{code}/platforms:
    ${inPath('code')}
    get: {responses: ${answer(listOf('Platform'))}}
    post: {requestBody: ${body(named('Platform'))}, responses: ${answer(named('Platform'), 201)}}
  /stations/{code}/platforms/{id}:
    parameters: [{name: code, in: path, required: true, schema: {type: string}}, {name: id, in: path, required: true, schema: {type: integer}}]
    get: {responses: ${answer(named('Platform'))}}
  /stations/{code}/opening:
    ${inPath('code')}
    get: {responses: ${answer(named('Opening'))}}
    put: {requestBody: ${body(named('Opening'))}, responses: ${answer(named('Opening'))}}
  /gauges/{gauge}:
    ${inPath('gauge')}
    get: {responses: ${answer(named('Gauge'))}}
  /tickets:
    get:
      parameters:
        - {name: void, in: query, schema: {type: boolean, default: false}}
        - {name: since, in: query, schema: {type: string, format: date-time, default: yesterday}}
      responses: ${answer(listOf('TicketLine'))}
    post: {requestBody: ${body(named('NewTicket'))}, responses: ${answer(named('Receipt'), 201)}}
  /tickets/{id}:
    ${inPath('id')}
    get: {responses: ${answer(named('Ticket'))}}
  /scenes:
    get: {responses: ${answer(listOf('Scene'))}}
    post: {requestBody: ${body(named('Scene'))}, responses: ${answer(named('Scene'))}}
  /scenes/{scene_id}:
    ${inPath('scene_id')}
    get: {responses: ${answer(named('Scene'))}}
  /lines:
    get: {responses: ${answer(listOf('Line'))}}
  /lines/{id}:
    ${inPath('id')}
    get: {responses: ${answer(named('Line'))}}
    delete: {responses: {"204": {description: gone}}}
  /lines/{id}/trains:
    ${inPath('id')}
    get: {responses: ${answer(listOf('Train'))}}
  /trains/{id}:
    ${inPath('id')}
    get: {responses: ${answer(named('Train'))}}
  /teams/{team}/trains/{id}:
    parameters: [{name: team, in: path, required: true, schema: {type: string}}, {name: id, in: path, required: true, schema: {type: string}}]
    get: {responses: ${answer(named('Train'))}}
    delete: {responses: {"204": {description: gone}}}
  /jobs:
    post: {responses: ${answer(named('Started'), 202)}}
  /jobs/{id}:
    ${inPath('id')}
    get: {responses: ${answer(named('Job'))}}
  /rules:
    get: {responses: ${answer(listOf('Rule'))}}
    post: {requestBody: ${body(named('Rule'))}, responses: ${answer(named('Rule'), 201)}}
  /search:
    get: {requestBody: ${body(named('Scene'))}, responses: ${answer(named('Scene'))}}
  /stations/{code}/tree:
    ${inPath('code')}
    get: {responses: ${answer(named('Tree'))}}
  /numbers:
    get: {responses: ${answer(listOf('Numbered'))}}
    post: {requestBody: ${body(named('Numbered'))}, responses: ${answer(named('Numbered'), 201)}}
  /numbers/{id}:
    ${inPath('id', 'integer')}
    get: {responses: ${answer(named('Numbered'))}}
  /links:
    get: {responses: ${answer(listOf('Numbered'))}}
    post: {requestBody: ${body(named('Numbered'))}, responses: ${answer(named('Numbered'), 201)}}
  /links/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: string, pattern: "^[A-F]{8}$"}}]
    get: {responses: ${answer(named('Numbered'))}}
  /notices:
    get: {responses: ${answer(listOf('Notice'))}}
  /notices/{notice_id}:
    ${inPath('notice_id')}
    get: {responses: ${answer(named('Notice'))}}
  /walls:
    get: {responses: ${answer(listOf('Line'))}}
  /walls/{wall_id}:
    ${inPath('wall_id')}
    get: {responses: ${answer(named('Line'))}}
  /walls/{wall_id}/notices:
    ${inPath('wall_id')}
    get: {responses: ${answer(listOf('Notice'))}}
  /boards:
    get: {responses: ${answer('{type: object}')}}
    post: {requestBody: ${body(named('Board'))}, responses: ${answer(named('Board'), 201)}}
  /boards/{id}:
    ${inPath('id')}
    get: {responses: ${answer(named('Board'))}}
  /boards/{id}/stars:
    ${inPath('id', 'integer')}
    put: {responses: ${answer(named('Board'))}}
  /tags:
    post: {requestBody: ${body(named('Board'))}, responses: ${answer(named('Board'), 201)}}
  /tags/{id}:
    ${inPath('id')}
    get: {responses: ${answer(named('Board'))}}
    put:
      parameters: [{name: id, in: path, required: true, schema: {type: string, format: uuid}}]
      responses: ${answer(named('Board'))}
  /errors:
    get:
      parameters: [{name: page, in: query, schema: {type: integer}}]
      responses:
        "200": {description: ok, content: {application/json: {schema: {type: object}}}}
        "400": {description: no, content: {application/json: {schema: {allOf: [${named('Failure')}, {properties: {status: {example: 400}}}]}}}}
components:
  schemas:
    Board: {type: object, properties: {id: {type: string, readOnly: true}, title: {type: string}}}
    Notice: {type: object, required: [id], properties: {id: {type: string, example: n1}}}
    Failure: {type: object, required: [status], properties: {status: {type: integer}}}
    Numbered: {type: object, properties: {id: {type: string, readOnly: true}}}
    Tree: {type: object, properties: {branches: {type: array, items: {type: object}}, parent: ${named('Tree')}}}
    Station: {type: object, required: [code, name], properties: {code: {type: string}, name: {type: string, example: Cais}, open: {type: boolean}}}
    Platform: {type: object, required: [id], properties: {id: {type: integer, readOnly: true}, side: {type: string}}}
    Opening: {type: object, required: [from], properties: {from: {type: string, example: "05:00"}}}
    Gauge: {type: object, required: [gauge, width], properties: {gauge: {type: integer}, width: {type: integer}}}
    NewTicket: {type: object, properties: {to: {type: [string, "null"]}, note: {type: [string, "null"]}, seat: {type: string, default: null}}}
    Ticket: {type: object, required: [id, to], properties: {id: {type: string, readOnly: true, pattern: "^T[0-9]{6}$"}, to: {type: string, example: Santos}, note: {type: string, default: null}, void: {type: boolean}}}
    TicketLine: {type: object, required: [id, price], properties: {id: {type: string}, price: {type: number, example: 4.5}, void: {type: boolean}}}
    Receipt: {type: object, required: [id, printed], properties: {id: {type: string}, printed: {type: boolean}}}
    Scene: {type: object, required: [scene_id], properties: {scene_id: {type: string, maxLength: 2}}}
    Line: {type: object, required: [id], properties: {id: {type: string, example: azul}}}
    Started: {type: object, required: [id], properties: {id: {type: integer, example: 77}, status: {type: string}}}
    Job: {type: object, required: [id], properties: {id: {type: string, example: b45e291e}, done: {type: boolean}}}
    Rule: {type: object, properties: {id: {type: string, readOnly: true}}, oneOf: [{properties: {from: {type: string}}}, {properties: {to: {type: string}}}]}
    Train: {type: object, required: [id], properties: {id: {type: string, example: t1}}}
`;

describeOnDatabases('a document that leaves things unsaid', (open) => {
  let portal: TestPortal;
  let key: string;
  before(async () => {
    portal = await startTestPortal({
      open,
      env: { SPECS_PATH: `specs:${writeSpecs({ any: { 'openapi.yaml': document } })}` },
    });
    key = await portal.guest();
  });
  after(() => portal.close());

  const call = (request: string, body?: unknown) => {
    const [method, path] = request.split(' ');
    return portal.call(`${method} /sandbox/any${path}`, { key, body });
  };

  test('a record whose id no operation tells is there under any id, keeps its changes, and is gone after DELETE', async () => {
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

  test('what is removed in one workspace is there in another', async () => {
    const other = await portal.guest();
    await call('DELETE /stations/sé');
    assert.equal((await portal.call('GET /sandbox/any/stations/sé', { key: other })).status, 200);
  });

  test('below such a record lists and creations work as everywhere', async () => {
    const made = await call('POST /stations/paulista/platforms', { side: 'left' });
    assert.equal(made.status, 201);
    assert.deepEqual((await call('GET /stations/paulista/platforms')).body, [made.body]);
    assert.equal((await call(`GET /stations/paulista/platforms/${made.body.id}`)).body.side, 'left');
    assert.equal((await call('GET /stations/paulista/platforms/999')).status, 404);
  });

  test('the one record of an address is there before anybody writes it', async () => {
    assert.deepEqual((await call('GET /stations/luz2/opening')).body, { from: '05:00' });
    await call('PUT /stations/luz2/opening', { from: '06:30' });
    assert.deepEqual((await call('GET /stations/luz2/opening')).body, { from: '06:30' });
  });

  test('a path may call a record by a word where its schema has a number', async () => {
    const { status, body } = await call('GET /gauges/broad');
    assert.deepEqual([status, body], [200, { gauge: 0, width: 0 }]);
  });

  test('each operation shows a record as its own schema promises, and invents as little as it can', async () => {
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

  test('objects that promise themselves are filled as far as anybody looks', async () => {
    assert.equal((await call('GET /stations/luz3/tree')).status, 200);
  });

  test('ids that a path takes as numbers are numbers, even where records write them as text', async () => {
    const { body: made } = await call('POST /numbers', {});
    assert.match(made.id, /^\d+$/);
    assert.deepEqual((await call(`GET /numbers/${made.id}`)).body, made);
  });

  test('an id that one operation shows as a number and another as a text names one record', async () => {
    const { body: started } = await call('POST /jobs');
    assert.equal(typeof started.id, 'number');
    assert.equal((await call(`GET /jobs/${started.id}`)).body.id, String(started.id));
  });

  test('records that no value could make valid are created and listed all the same', async () => {
    const { body: made } = await call('POST /rules', { from: 'a' });
    const { body: listed } = await call('GET /rules');
    assert.ok(listed.some(({ id }: { id: string }) => id === made.id));
  });

  test('ids keep the pattern of the path by which they are called', async () => {
    const { body: made } = await call('POST /links', { to: 'x' });
    assert.match(made.id, /^[A-F]{8}$/);
    assert.deepEqual((await call(`GET /links/${made.id}`)).body, made);
  });

  test('what is listed by itself, too, begins below records that are there', async () => {
    const [wall] = (await call('GET /walls')).body;
    const { body } = await call(`GET /walls/${wall.id}/notices`);
    assert.ok(body.some(({ id }: { id: string }) => id === 'n1'));
  });

  test('ids are numbers where another path that names the record takes no others', async () => {
    const { body: made } = await call('POST /boards', { title: 'Timetable' });
    assert.match(made.id, /^\d+$/);
    assert.equal((await call(`GET /boards/${made.id}`)).body.title, 'Timetable');
    assert.equal((await call(`PUT /boards/${made.id}/stars`)).status, 200);
  });

  test('ids keep the format that another operation of their path asks for', async () => {
    const { body: made } = await call('POST /tags', { title: 'Late' });
    for (const method of ['GET', 'PUT']) assert.equal((await call(`${method} /tags/${made.id}`)).status, 200, method);
  });

  test('an error keeps the type of a property that a part of its schema only adds an example to', async () => {
    const { status, body } = await call('GET /errors?page=first');
    assert.deepEqual([status, body.status], [400, 400]);
  });

  test('ids keep the pattern of their schema', async () => {
    for (let count = 0; count < 5; count++) assert.match((await call('POST /tickets', {})).body.id, /^T\d{6}$/);
  });

  test('a default that breaks its own rules is not held against a caller who sent nothing', async () => {
    assert.equal((await call('GET /tickets')).status, 200);
    assert.equal((await call('POST /tickets', { to: 'Santos' })).status, 201);
  });

  test('a default that nobody sent hides no record of a list', async () => {
    assert.ok((await call('GET /tickets')).body.length > 0);
    assert.deepEqual((await call('GET /tickets?void=false')).body, []);
  });

  test('the record that the document shows how to create can be created, and once', async () => {
    assert.deepEqual((await call('GET /scenes')).body, []);
    assert.equal((await call('POST /scenes', { scene_id: 'st' })).status, 200);
    assert.equal((await call('POST /scenes', { scene_id: 'st' })).status, 409);
    assert.equal((await call('GET /scenes/st')).status, 200);
  });

  test('what has an address of its own outlives what it was listed below', async () => {
    assert.ok((await call('GET /lines/azul/trains')).body.length > 0);
    assert.equal((await call('DELETE /lines/azul')).status, 204);
    assert.equal((await call('GET /trains/t1')).status, 200);
  });

  test('where no operation tells which records are below another, those are that are anywhere, until they are taken away from there', async () => {
    assert.equal((await call('GET /teams/red/trains/t1')).status, 200);
    assert.equal((await call('GET /teams/red/trains/t9')).status, 404);
    assert.equal((await call('DELETE /teams/red/trains/t1')).status, 204);
    assert.equal((await call('GET /teams/red/trains/t1')).status, 404);
    assert.equal((await call('GET /teams/blue/trains/t1')).status, 200);
    assert.equal((await call('GET /trains/t1')).status, 200);
  });
});
