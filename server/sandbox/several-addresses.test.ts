import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';
import { writeSpecs } from '../testing/test-specs.ts';

const text = { type: 'string' };
const id = { ...text, readOnly: true };
const object = (properties: object, required: string[] = []) => ({ type: 'object', properties, required });
const list = (items: object) => ({ type: 'array', items });
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: object) => ({ content: { 'application/json': { schema } } });
const answer = (schema: object, status = '200') => ({
  responses: { [status]: { description: 'Done', ...json(schema) } },
});
const path = (name: string, operations: object) => ({
  parameters: [{ name, in: 'path', required: true, schema: text }],
  ...operations,
});
const post = (sent: object, shown: object) => ({ post: { requestBody: json(sent), ...answer(shown, '201') } });
const get = (schema: object) => ({ get: answer(schema) });
const document = {
  openapi: '3.1.0',
  info: {
    title: 'Tasks',
    version: '1',
    description: 'Where there are more, an answer has a `next_page` with an `offset`.',
  },
  paths: {
    '/spaces': { ...get(list(ref('SpaceShort'))), ...post(ref('SpaceShort'), ref('Space')) },
    '/spaces/{space_id}': path('space_id', get(ref('Space'))),
    '/spaces/{space_id}/projects': path('space_id', {
      ...get(list(ref('ProjectShort'))),
      ...post(ref('ProjectIn'), ref('Project')),
    }),
    '/projects': { ...get(list(ref('ProjectShort'))), ...post(ref('ProjectIn'), ref('Project')) },
    '/projects/{project_id}': path('project_id', get(ref('Project'))),
    '/projects/{project_id}/tasks': path('project_id', get(list(ref('TaskShort')))),
    '/tasks': { ...get(list(ref('TaskShort'))), ...post(ref('TaskIn'), ref('Task')) },
    '/tasks/{task_id}': path('task_id', {
      ...get(ref('Task')),
      delete: { responses: { 204: { description: 'Gone' } } },
    }),
    '/tasks/{task_id}/subtasks': path('task_id', {
      ...get(list(ref('TaskShort'))),
      ...post(ref('TaskIn'), ref('Task')),
    }),
    '/tasks/{task_id}/comments': path('task_id', {
      ...get(list(ref('Comment'))),
      ...post(ref('Comment'), ref('Comment')),
    }),
    '/tasks/{task_id}/labels': path('task_id', get(list(ref('LabelShort')))),
    '/tasks/{task_id}/addLabel': path('task_id', post(object({ label: text }), object({}))),
    '/tasks/{task_id}/removeLabel': path('task_id', post(object({ label: text }), object({}))),
    '/comments/{comment_id}': path('comment_id', {
      ...get(ref('Comment')),
      patch: { requestBody: json(ref('Comment')), ...answer(ref('Comment')) },
      put: { requestBody: json(ref('Comment')), ...answer(ref('Comment')) },
    }),
    '/labels': { ...get(list(ref('LabelShort'))), ...post(ref('LabelShort'), ref('Label')) },
    '/notes': {
      get: {
        parameters: [
          { name: 'limit', in: 'query', schema: { type: 'integer' } },
          { name: 'offset', in: 'query', description: 'The token of a page.', schema: text },
        ],
        ...answer(object({ data: list(ref('Comment')) })),
      },
      ...post(ref('Comment'), ref('Comment')),
    },
    '/notes/{note_id}': path('note_id', get(ref('Comment'))),
    '/labels/{label_id}': path('label_id', get(ref('Label'))),
  },
  components: {
    schemas: {
      SpaceShort: object({ id, name: text }),
      Space: object({ id, name: text, plan: text }),
      ProjectShort: object({ id, name: text }),
      ProjectIn: object({ name: text, space: text }),
      Project: object({ id, name: text, space: ref('SpaceShort') }),
      TaskShort: object({ id, name: text }),
      TaskIn: object({ name: text, projects: list(text), priority: text }),
      Task: object({
        id,
        name: text,
        projects: list(ref('ProjectShort')),
        parent: ref('TaskShort'),
        labels: list(ref('LabelShort')),
        priority: object({ slug: text, weight: { type: 'integer' } }),
        priority_slug: text,
      }),
      LabelShort: object({ id, name: text }),
      Label: object({ id, name: text, color: text }),
      Comment: object({ id, text }),
    },
  },
};

describeOnDatabases('records of one kind at several addresses', (open) => {
  let portal: TestPortal;
  let key: string;
  before(async () => {
    const specs = writeSpecs({ tasks: { 'openapi.json': JSON.stringify(document) } });
    portal = await startTestPortal({ open, env: { SPECS_PATH: `specs:${specs}` } });
    key = await portal.guest();
  });
  after(() => portal.close());
  const call = async (request: string, body?: unknown) =>
    (await portal.call(request.replace(' /', ' /sandbox/tasks/'), { key, body })).body;
  const idsOf = async (address: string) => (await call(`GET ${address}`)).map((each: { id: string }) => each.id);

  test('are read at one of them, whichever they were created at', async () => {
    const space = await call('POST /spaces', { name: 'Home' });
    const below = await call(`POST /spaces/${space.id}/projects`, { name: 'Launch' });
    const beside = await call('POST /projects', { name: 'Move', space: space.id });
    for (const project of [below, beside]) {
      assert.deepEqual(project.space, { id: space.id, name: 'Home' });
      assert.deepEqual(await call(`GET /projects/${project.id}`), project);
      assert.ok((await idsOf('/projects')).includes(project.id));
    }
    assert.deepEqual(await idsOf(`/spaces/${space.id}/projects`), [below.id, beside.id]);
    assert.equal((await portal.call('GET /sandbox/tasks/spaces/none/projects', { key })).status, 404);
  });

  test('are in the lists of all those that they name', async () => {
    const [one, two] = [await call('POST /projects', { name: 'One' }), await call('POST /projects', { name: 'Two' })];
    const task = await call('POST /tasks', { name: 'Write', projects: [one.id, two.id] });
    assert.deepEqual(
      task.projects.map((each: { name: string }) => each.name),
      ['One', 'Two'],
    );
    await call('POST /tasks', { name: 'Read', projects: [two.id] });
    assert.deepEqual(await idsOf(`/projects/${one.id}/tasks`), [task.id]);
    assert.equal((await idsOf(`/projects/${two.id}/tasks`)).length, 2);
  });

  test('are shown for two hundred of the ids that one request sends, and the others are ids alone', async () => {
    const projects = Array.from({ length: 203 }, (_, index) => `none-${index}`);
    const task = await call('POST /tasks', { name: 'Write', projects });
    const full = task.projects.filter((each: object) => 'name' in each);
    assert.deepEqual([full.length, task.projects.at(-1)], [200, { id: 'none-202' }]);
  });

  test('may be below others of their own kind', async () => {
    const task = await call('POST /tasks', { name: 'Write' });
    const child = await call(`POST /tasks/${task.id}/subtasks`, { name: 'Proof-read' });
    assert.deepEqual(child.parent, { id: task.id, name: 'Write' });
    assert.deepEqual(await idsOf(`/tasks/${task.id}/subtasks`), [child.id]);
    assert.deepEqual(await call(`GET /tasks/${child.id}`), child);
  });

  test('know what they are below, without a property for it', async () => {
    const [one, two] = [await call('POST /tasks', { name: 'One' }), await call('POST /tasks', { name: 'Two' })];
    const comment = await call(`POST /tasks/${one.id}/comments`, { text: 'Well done' });
    assert.deepEqual(Object.keys(comment).sort(), ['id', 'text']);
    await call(`PATCH /comments/${comment.id}`, { text: 'Not so well' });
    assert.deepEqual(await call(`GET /tasks/${one.id}/comments`), [{ ...comment, text: 'Not so well' }]);
    assert.deepEqual(await call(`GET /tasks/${two.id}/comments`), []);
    await call(`PUT /comments/${comment.id}`, { text: 'Replaced' });
    assert.deepEqual(await call(`GET /tasks/${one.id}/comments`), [{ ...comment, text: 'Replaced' }]);
  });

  test('are listed where the record above names them, as actions add and remove them', async () => {
    const task = await call('POST /tasks', { name: 'Write' });
    const [one, two] = [await call('POST /labels', { name: 'A' }), await call('POST /labels', { name: 'B' })];
    assert.deepEqual(await idsOf(`/tasks/${task.id}/labels`), []);
    for (const { id: label } of [one, two]) await call(`POST /tasks/${task.id}/addLabel`, { label });
    assert.deepEqual(await idsOf(`/tasks/${task.id}/labels`), [one.id, two.id]);
    await call(`POST /tasks/${task.id}/removeLabel`, { label: one.id });
    assert.deepEqual(await idsOf(`/tasks/${task.id}/labels`), [two.id]);
  });

  test('are added to a record only until that is as large as a body may be', async () => {
    const task = await call('POST /tasks', { name: 'Write' });
    const add = async (from: number) => {
      const label = Array.from({ length: 4_000 }, (_, index) => ({ id: `${from + index}` }));
      return (await portal.call(`POST /sandbox/tasks/tasks/${task.id}/addLabel`, { key, body: { labels: label } }))
        .status;
    };
    assert.deepEqual([await add(0), await add(4_000), await add(8_000)], [201, 201, 422]);
  });

  test('are walked by the mark that only a text of the document tells', async () => {
    for (let count = 0; count < 5; count++) await call('POST /notes', { text: `Note ${count}` });
    const seen = new Set<string>();
    let offset = '';
    do {
      const { data, next_page } = await call(`GET /notes?limit=2${offset && `&offset=${offset}`}`);
      for (const { id: one } of data) seen.add(one);
      offset = next_page?.offset ?? '';
      if (next_page) assert.ok(next_page.uri.endsWith(next_page.path));
    } while (offset !== '');
    assert.ok(seen.size >= 5);
  });

  test('show an object for what was sent as its name, and the name beside it', async () => {
    const task = await call('POST /tasks', { name: 'Write', priority: 'high' });
    assert.deepEqual([task.priority.slug, task.priority_slug], ['high', 'high']);
  });
});
