import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { answer, body, inPath, named } from '../testing/document-parts.ts';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';
import { writeSpecs } from '../testing/test-specs.ts';

const jsonPatch = 'application/json-patch+json';
const mergePatch = 'application/merge-patch+json';

/** Notes of any fields. */
const document = `openapi: 3.1.0
info: {title: Large, version: "1"}
paths:
  /notes: {post: {requestBody: ${body(named('Note'))}, responses: ${answer(named('Note'), 201)}}}
  /notes/{id}:
    ${inPath('id')}
    get: {responses: ${answer(named('Note'))}}
    patch: {requestBody: {content: {${mergePatch}: {}, ${jsonPatch}: {}}}, responses: ${answer(named('Note'))}}
components: {schemas: {Note: {type: object, properties: {id: {type: string, readOnly: true}, title: {type: string}}}}}
`;

describeOnDatabases('patches that make much of little', (open) => {
  let portal: TestPortal;
  let key: string;
  let path: string;
  before(async () => {
    portal = await startTestPortal({
      open,
      env: { SPECS_PATH: `specs:${writeSpecs({ large: { 'openapi.yaml': document } })}` },
    });
    key = await portal.guest();
    const made = await portal.call('POST /sandbox/large/notes', { key, body: { title: 'small' } });
    path = `/sandbox/large/notes/${made.body.id}`;
  });
  after(() => portal.close());
  const patch = (sent: unknown, type = jsonPatch) =>
    portal.call(`PATCH ${path}`, { key, body: sent, headers: { 'content-type': type } });
  const nested = (levels: number) => JSON.parse(`${'{"a":'.repeat(levels - 1)}{}${'}'.repeat(levels - 1)}`);

  /** A patch is refused for what it takes, and has changed nothing. */
  const assertRefused = async (sent: unknown, type = jsonPatch) => {
    const was = (await portal.call(`GET ${path}`, { key })).body;
    const { status, body: told } = await patch(sent, type);
    assert.deepEqual([status, told.errors?.length], [422, 1]);
    assert.deepEqual((await portal.call(`GET ${path}`, { key })).body, was);
  };

  test('copies of a long text, or of a long name, are counted by their characters', async () => {
    for (const value of ['x'.repeat(400_000), { ['x'.repeat(400_000)]: 1 }]) {
      const copies = Array.from({ length: 3 }, (_, index) => ({ op: 'copy', from: '/a', path: `/b${index}` }));
      await assertRefused([{ op: 'add', path: '/a', value }, ...copies]);
    }
  });

  test('moves into each other are no way to more than a hundred levels', async () => {
    const rounds = Array.from({ length: 100 }, () => [
      { op: 'move', from: '/d', path: '/n' },
      { op: 'add', path: '/d', value: nested(90) },
      { op: 'move', from: '/n', path: `/d${'/a'.repeat(90)}` },
    ]);
    await assertRefused([{ op: 'add', path: '/d', value: {} }, ...rounds.flat()]);
    const nest = (at: string) => [
      { op: 'add', path: '/d', value: { a: {} } },
      { op: 'add', path: at, value: nested(98) },
    ];
    await assertRefused(nest('/d/a/a'));
    await assertRefused([
      { op: 'add', path: '/d', value: nested(60) },
      { op: 'copy', from: '/d', path: `/d${'/a'.repeat(60)}` },
    ]);
    const deepest = await patch(nest('/d/a'));
    assert.deepEqual([deepest.status, deepest.body.d.a], [200, nested(98)]);
  });

  test('changes one after the other make no record larger than a body', async () => {
    const many = (name: string) => ({ [name]: Array.from({ length: 9_000 }, () => 0) });
    for (const name of ['a', 'b']) assert.equal((await patch(many(name), mergePatch)).status, 200);
    await assertRefused(many('c'), mergePatch);
    await assertRefused([{ op: 'add', path: '/c', value: many('c').c }]);
    assert.equal((await patch({ a: null }, mergePatch)).status, 200);
    assert.equal((await patch(many('c'), mergePatch)).status, 200);
  });
});
