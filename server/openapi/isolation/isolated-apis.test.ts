import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type SpecFiles, temporaryFolder } from '../../testing/test-specs.ts';
import { agenda, withApis } from '../../testing/with-apis.ts';

const password = 'postgres://cais:hidden@db.example/cais';
const broken = 'throw new Error("it broke");';

/** What is thrown where, by the files beside the document: which faults are told, and which paths still answer. */
const stages: Record<string, { files: SpecFiles; told: [string, RegExp][]; answers: string[] }> = {
  document: {
    files: { 'openapi.yaml': agenda.replace(/^openapi: .*/, 'openapi: 4.0.0') },
    told: [['api', /^document\/openapi\.yaml:1 This is not an OpenAPI 3\.0, 3\.1 or 3\.2 document/]],
    answers: [],
  },
  reference: {
    files: { 'openapi.yaml': agenda.replace('schemas/Visit', 'schemas/Lost') },
    told: [['part GET /visits', /^reference\/openapi\.yaml:8 .*Lost has no target/]],
    answers: ['/visits', '/rooms'],
  },
  overlay: {
    files: { 'openapi.yaml': agenda, 'overlay.en.yaml': 'actions: 7' },
    told: [['part', /^overlay\/overlay\.en\.yaml:1 The overlay cannot be applied/]],
    answers: ['/visits', '/rooms'],
  },
  profile: {
    files: { 'openapi.yaml': agenda, 'sandbox.ts': `\n\n${broken}` },
    told: [['api', /^profile\/sandbox\.ts:3 The profile cannot be used: it broke\. Correct the profile/]],
    answers: [],
  },
  names: {
    files: {
      'openapi.yaml': agenda,
      'sandbox.ts': 'export const profile = {\n  resources: {\n    visists: {},\n  },\n};',
    },
    told: [['api', /^names\/sandbox\.ts:3 .*there is no store "visists"; the stores are visits, rooms/]],
    answers: [],
  },
  plan: {
    files: {
      'openapi.yaml': agenda,
      'sandbox.ts': `export const profile = {\n  get handlers() { ${broken} },\n};`,
    },
    told: [['api', /^plan\/sandbox\.ts:2 The sandbox cannot be planned: it broke/]],
    answers: [],
  },
  'one-plan': {
    files: {
      'openapi.yaml': agenda,
      'sandbox.ts': `export const profile = {\n  mainRecords: { get "/visits"() { ${broken} } },\n};`,
    },
    told: [['operation GET /visits', /^one-plan\/sandbox\.ts:2 The sandbox cannot be planned: it broke/]],
    answers: ['/rooms'],
  },
  events: {
    files: {
      'openapi.yaml': agenda,
      'sandbox.ts': `export const profile = { resources: { visits: {\n  get events() { ${broken} },\n} } };`,
    },
    told: [['api', /^events\/sandbox\.ts:2 The .* cannot be .*: it broke/]],
    answers: [],
  },
  seed: {
    files: { 'openapi.yaml': agenda, 'seed.yaml': 'visits:\n  - {id: a}\n  - {}\n' },
    told: [['api', /^seed\/seed\.yaml:3 This record has no "id"/]],
    answers: [],
  },
  secret: {
    files: {
      'openapi.yaml': agenda,
      'sandbox.ts': `throw new Error('no ${password} for "${temporaryFolder()}/secret.json", key sk_test_0123456789abcdef');`,
    },
    told: [['api', /^secret\/sandbox\.ts:1 .*no postgres:\/\/…@db\.example\/cais for "…\/secret\.json", key sk_…/]],
    answers: [],
  },
  'no-error': {
    files: { 'openapi.yaml': agenda, 'sandbox.ts': 'throw null;' },
    told: [['api', /^no-error\/sandbox\.ts:1 The profile cannot be used: null/]],
    answers: [],
  },
};

const filesOf = () => Object.fromEntries(Object.entries(stages).map(([name, { files }]) => [name, files]));

interface Shown {
  api: string;
  left_out: string;
  operation?: string;
  file: string;
  line: number;
  message: string;
  remedy: string;
}

describe('one API never hurts another', () => {
  test('whatever is thrown at whatever stage leaves out only that API or operation, and is told', async () => {
    await withApis({ ...filesOf(), good: { 'openapi.yaml': agenda } }, async (portal, key) => {
      const { status, body } = await portal.call('GET /readyz?verbose', { headers: { 'accept-language': 'en' } });
      assert.equal(status, 200);
      const shown = body.faults as Shown[];
      for (const [api, { told, answers }] of Object.entries(stages)) {
        const own = shown.filter((fault) => fault.api === api);
        assert.equal(own.length, told.length, `${api}: ${JSON.stringify(own)}`);
        for (const [index, [lost, text]] of told.entries()) {
          const { left_out, operation, file, line, message, remedy } = own[index] as Shown;
          assert.equal([left_out, operation].filter(Boolean).join(' '), lost, api);
          assert.match(`${file}:${line} ${message} ${remedy}`, text);
        }
        for (const path of ['/visits', '/rooms']) {
          const answer = await portal.call(`GET /sandbox/${api}${path}`, { key });
          const expected = answers.includes(path) ? 200 : answers.length > 0 ? 404 : 503;
          assert.equal(answer.status, expected, `${api}${path}: ${JSON.stringify(answer.body)}`);
        }
      }
      assert.ok(!JSON.stringify(body).includes('hidden') && !JSON.stringify(body).includes('/tmp/'));
      assert.ok(body.apis.includes('good') && body.apis.includes('notas'));
      assert.equal((await portal.call('GET /sandbox/good/visits', { key })).status, 200);
      assert.equal((await portal.call('GET /sandbox/notas/v1/customers', { key })).status, 200);
      for (const path of ['/platform/v1/scopes', '/platform/v1/event_types'])
        assert.equal((await portal.call(`GET ${path}`, { key })).status, 200, path);
    });
  });
});
