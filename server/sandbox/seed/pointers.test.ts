import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { describeOnDatabases } from '../../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../../testing/test-portal.ts';
import { writeSpecs } from '../../testing/test-specs.ts';

const ref = (name: string) => `{$ref: "#/components/schemas/${name}"}`;
const ok = (schema: string, example = '') =>
  `responses: {"200": {description: ok, content: {application/json: {schema: ${schema}${example && `, example: ${example}`}}}}}`;
const list = (name: string, example?: string) => `get: {${ok(`{type: array, items: ${ref(name)}}`, example)}}`;
const read = (parameter: string, name: string, schema = '{type: string}') =>
  `{parameters: [{name: ${parameter}, in: path, required: true, schema: ${schema}}], get: {${ok(ref(name))}}}`;
const object = (properties: Record<string, string>) =>
  `{type: object, properties: {${Object.entries(properties)
    .map(([name, type]) => `${name}: {type: ${type}}`)
    .join(', ')}}}`;

const document = `openapi: 3.1.0
info: {title: League, version: "1"}
paths:
  /matches: {${list('Match', '[{id: 1, league_id: 4139, league: {id: 4139}}, {id: 2, league_id: 4139, league: {id: 4139}}]')}}
  /leagues: {${list('League', '[{id: 4566, name: Copa}]')}}
  /leagues/{league_id_or_slug}: ${read('league_id_or_slug', 'League', ref('IdOrSlug'))}
  /channels: {${list('Channel')}}
  /channels/{id}: ${read('id', 'Channel')}
  /triggers: {${list('Trigger')}}
  /credentials: {${list('Credential')}}
  /credentials/{channel_id}: ${read('channel_id', 'Credential')}
  /Nodes: {${list('Node')}}
  /Nodes/{id}: ${read('id', 'Node', '{type: string, example: node-a}')}
  /tasks: {${list('Task')}}
  /datasets: {${list('Dataset')}}
  /datasets/{uri}: ${read('uri', 'Dataset')}
  /shops: {${list('Shop')}}
  /shops/{shop_id}: ${read('shop_id', 'Shop')}
  /shops/{shop_id}/articles: {parameters: [{name: shop_id, in: path, required: true, schema: {type: string}}], ${list('Article')}}
  /shops/{shop_id}/articles/{article_id}:
    parameters: [{name: shop_id, in: path, required: true, schema: {type: string}}, {name: article_id, in: path, required: true, schema: {type: string}}]
    get: {${ok(ref('Article'))}}
  /shops/{shop_id}/sales: {parameters: [{name: shop_id, in: path, required: true, schema: {type: string}}], ${list('Sale')}}
components:
  schemas:
    IdOrSlug: {oneOf: [{type: integer}, {type: string, pattern: "^[a-z0-9]+$"}]}
    League: ${object({ id: 'integer', name: 'string' })}
    Match: {type: object, properties: {id: {type: integer}, league_id: {type: integer}, league: ${object({ id: 'integer' })}}}
    Channel: ${object({ id: 'string', name: 'string' })}
    Trigger: ${object({ id: 'integer', channelId: 'integer', name: 'string' })}
    Credential: ${object({ channel_id: 'string', token: 'string' })}
    Node: ${object({ id: 'string', name: 'string' })}
    Task: ${object({ id: 'integer', NodeID: 'string', dataset_id: 'integer' })}
    Dataset: ${object({ id: 'integer', uri: 'string' })}
    Shop: ${object({ id: 'string', name: 'string' })}
    Article: ${object({ id: 'string', name: 'string' })}
    Sale: ${object({ id: 'string', articleId: 'string' })}
`;

describeOnDatabases('what the records of a new sandbox name', (open) => {
  let portal: TestPortal;
  let key: string;
  before(async () => {
    portal = await startTestPortal({ open, env: { SPECS_PATH: writeSpecs({ named: { 'openapi.yaml': document } }) } });
    key = await portal.guest();
  });
  after(() => portal.close());

  const get = async (path: string) => {
    const { status, body } = await portal.call(`GET /sandbox/named${path}`, { key });
    assert.equal(status, 200, path);
    return body;
  };

  test('is there where examples name what they do not show, beside the key and in it', async () => {
    const matches = await get('/matches');
    assert.equal(matches.length, 2);
    for (const match of matches) {
      assert.equal((await get(`/leagues/${match.league_id}`)).id, match.league_id);
      assert.deepEqual(match.league, { id: match.league_id });
    }
    assert.equal(matches[0].league_id, matches[1].league_id);
  });

  test('is there where a text is named by a number, and by the id of another record', async () => {
    for (const { channelId } of await get('/triggers'))
      assert.equal((await get(`/channels/${channelId}`)).id, `${channelId}`);
    for (const { channel_id } of await get('/credentials')) await get(`/channels/${channel_id}`);
  });

  test('is there however a key is written', async () => {
    for (const { NodeID } of await get('/tasks')) await get(`/Nodes/${NodeID}`);
  });

  test('is the id of a record, where a path has another name for it', async () => {
    const ids = (await get('/datasets')).map(({ id }: { id: number }) => id);
    for (const { dataset_id } of await get('/tasks')) assert.ok(ids.includes(dataset_id), `${dataset_id}`);
  });

  test('is below the same record', async () => {
    for (const { id } of (await get('/shops')).slice(0, 2))
      for (const { articleId } of await get(`/shops/${id}/sales`)) await get(`/shops/${id}/articles/${articleId}`);
  });
});
