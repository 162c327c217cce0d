import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type SendBody, serveBodies } from '../testing/sent-bodies.ts';
import { describeOnDatabases } from '../testing/test-databases.ts';

const json = (schema: string) => `content: {application/json: {schema: {$ref: '#/components/schemas/${schema}'}}}`;
const list = (schema: string) =>
  `content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/${schema}'}}}}`;
const crud = (path: string, schema: string) => `
  ${path}:
    get: {responses: {"200": {description: ok, ${list(schema)}}}}
    post: {requestBody: {required: true, ${json(schema)}}, responses: {"201": {description: ok, ${json(schema)}}}}
  ${path}/{id}:
    get: {parameters: [{name: id, in: path, required: true, schema: {type: integer}}], responses: {"200": {description: ok, ${json(schema)}}}}`;
const document = (version: string) => `openapi: ${version}
info: {title: Directions, version: "1"}
paths:${crud('/kennels', 'Kennel')}${crud('/books', 'Book')}
components:
  schemas:
    Kennel:
      type: object
      required: [id, name, dogs, secret]
      properties:
        id: {type: integer, readOnly: true}
        name: {type: string}
        secret: {type: string, writeOnly: true}
        dogs: {type: array, items: {$ref: '#/components/schemas/Dog'}}
        boss: {oneOf: [{$ref: '#/components/schemas/Dog'}, {type: object, required: [robot, serial], properties: {robot: {type: boolean}, serial: {type: string, readOnly: true}, pin: {type: string, writeOnly: true}}}]}
    Dog: {type: object, required: [id, name], properties: {id: {type: integer, readOnly: true}, name: {type: string}, chip: {type: string, writeOnly: true}}}
    Author: {type: object, required: [name], properties: {name: {type: string}}}
    Book:
      type: object
      required: [author]
      properties:
        id: {type: integer}
        title: {type: string, nullable: true, minLength: 2}
        kind: {type: string, enum: [a, b], nullable: true}
        author: {allOf: [{$ref: '#/components/schemas/Author'}], nullable: true}
        pages: {type: array, nullable: true, items: {type: integer, nullable: true}}
        note: {type: string}
`;

describeOnDatabases('what is only read, only written, or null, in a document without a profile', (open) => {
  let send: SendBody;
  let close: () => Promise<void>;
  before(async () => {
    ({ send, close } = await serveBodies({ three: document('3.0.3'), later: document('3.1.0') }, open));
  });
  after(() => close());

  const post = (path: string, body: unknown) =>
    send(`POST ${path}`, { type: 'application/json', body: JSON.stringify(body) });

  test('required properties that are only read need not be sent, in lists and variants either; all answers have them', async () => {
    for (const boss of [{ robot: true, pin: '1' }, { name: 'Rex' }]) {
      const sent = { name: 'K', secret: 's', dogs: [{ name: 'Bob', chip: 'c' }], boss };
      const made = await post('/later/kennels', sent);
      assert.equal(made.status, 201, made.text);
      const read = await send(`GET /later/kennels/${made.body.id}`);
      const listed = (await send('GET /later/kennels')).body.at(-1);
      for (const { name, secret, dogs, boss: shown } of [made.body, read.body, listed]) {
        assert.deepEqual(
          [name, secret, typeof dogs[0].id, dogs[0].chip, shown.pin],
          ['K', undefined, 'number', undefined, undefined],
        );
        assert.equal(typeof ('robot' in boss ? shown.serial : shown.id), 'robot' in boss ? 'string' : 'number');
      }
    }
    const missing = await post('/later/kennels', { name: 'K', dogs: [{}] });
    assert.deepEqual(missing.body.errors.map(({ pointer }: { pointer: string }) => pointer).sort(), [
      '#/dogs/0/name',
      '#/secret',
    ]);
  });

  test('nullable accepts null in every version, and nothing else that the schema does not', async () => {
    const sent = { title: null, kind: null, author: null, pages: null, note: 'x' };
    for (const api of ['three', 'later']) {
      const made = await post(`/${api}/books`, sent);
      assert.deepEqual([made.status, { ...made.body, id: 0 }], [201, { id: 0, ...sent }], api);
      assert.equal((await post(`/${api}/books`, { author: { name: 'A' }, pages: [1, null] })).status, 201, api);
      const wrong = await post(`/${api}/books`, { title: 'x', kind: 'z', author: {}, note: null });
      assert.deepEqual(
        wrong.body.errors.map(({ pointer }: { pointer: string }) => pointer).sort(),
        ['#/author/name', '#/kind', '#/note', '#/title'],
        api,
      );
    }
  });
});
