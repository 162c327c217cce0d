import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { insertEvent } from '../../events/event-store.ts';
import { describeOnDatabases } from '../../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../../testing/test-portal.ts';
import { writeSpecs } from '../../testing/test-specs.ts';

const document = `
openapi: 3.1.0
info: { title: Notes, version: '1' }
paths:
  /notes:
    get:
      parameters: [{ name: limit, in: query, schema: { type: integer, minimum: 1, maximum: 100 } }, { name: kind, in: query, schema: { type: string } }]
      responses: { '200': { description: ok, content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Note' } } } } } }
    post:
      requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Note' } } } }
      responses: { '201': { description: created, content: { application/json: { schema: { $ref: '#/components/schemas/Note' } } } } }
  /notes/{id}:
    get:
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Note' } } } } }
components:
  schemas:
    Note: { type: object, properties: { id: { type: string, readOnly: true }, kind: { type: string }, text: { type: string }, parts: { type: array } } }
`;

describeOnDatabases('a page of large records', (open) => {
  let portal: TestPortal;
  before(async () => {
    portal = await startTestPortal({
      open,
      env: { SPECS_PATH: `specs:${writeSpecs({ notes: { 'openapi.yaml': document } })}` },
    });
  });
  after(() => portal.close());

  /** A workspace with so many notes of a kind, and a function that lists. */
  const withNotes = async (count: number, note: object) => {
    const key = await portal.guest();
    const ids: string[] = [];
    for (let index = 0; index < count; index++) {
      const { status, body } = await portal.call('POST /sandbox/notes/notes', {
        key,
        body: { kind: 'large', ...note },
      });
      assert.equal(status, 201);
      ids.push(body.id);
    }
    const get = (path: string) =>
      portal.call(`GET /sandbox/notes${path}`, { key, headers: { 'accept-language': 'en' } });
    return { get, ids };
  };

  const large = { 'of many bytes': { text: 'a'.repeat(500_000) }, 'of many values': { parts: Array(15_000).fill([]) } };
  // A new workspace has twelve short ones.
  for (const [what, note] of Object.entries(large))
    test(`${what}: is refused, and fewer of them, or one, are shown`, async () => {
      const { get, ids } = await withNotes(6, note);
      for (const path of ['/notes', '/notes?limit=18', '/notes?kind=large']) {
        const { status, body } = await get(path);
        assert.deepEqual([status, body.code], [400, 'page_too_large'], path);
        assert.match(body.detail, /over (2|40000 values)\. Ask for fewer at once/);
      }
      assert.equal((await get('/notes?limit=13')).status, 200);
      assert.equal((await get(`/notes/${ids[0]}`)).status, 200);
    });

  test('is shown where it has not too much in all', async () => {
    const { get } = await withNotes(8, { text: 'a'.repeat(250_000) });
    const { status, body } = await get('/notes');
    assert.equal(status, 200);
    assert.equal(body.filter(({ kind }: { kind?: string }) => kind === 'large').length, 8);
  });

  test('of events, or of what an inbox received, ends early, and the next one goes on', async () => {
    const key = await portal.guest();
    const text = 'a'.repeat(400_000);
    const { body: workspace } = await portal.call('GET /platform/v1/workspace', { key });
    const { body: inbox } = await portal.call('POST /platform/v1/inboxes', { key, body: {} });
    const told = {
      api: 'notes',
      type: 'note.created',
      store: 'notes',
      recordId: 'x',
      createdAt: new Date().toISOString(),
    };
    for (let index = 0; index < 20; index++) {
      await insertEvent(portal.context.db, { workspaceId: workspace.id, ...told, payload: { text } });
      await portal.call(`POST ${new URL(inbox.url).pathname}`, { body: { text } });
    }
    for (const list of ['/platform/v1/events', `/platform/v1/inboxes/${inbox.id}/messages`]) {
      const seen: string[] = [];
      const sizes: number[] = [];
      for (let path = list; path; ) {
        const { status, body } = await portal.call(`GET ${path}`, { key });
        assert.equal(status, 200, JSON.stringify(body).slice(0, 200));
        seen.push(...body.data.map(({ id }: { id: string }) => id));
        sizes.push(body.data.length);
        path = body.next_cursor ? `${list}?cursor=${encodeURIComponent(body.next_cursor)}` : '';
      }
      assert.equal(new Set(seen).size, 20, list);
      assert.ok(sizes.length > 1, `${list}: pages of ${sizes}`);
    }
  });
});
