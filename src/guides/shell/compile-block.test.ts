import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { BuiltRequest } from '../../../wire/built-request.ts';
import type { ReceivedResponse } from '../../exchange/received-response.ts';
import { compileBlock } from './compile-block.ts';

const origin = 'http://localhost:3000';
const reach = { origin, apis: ['notas'] };
const address = `${origin}/sandbox/notas/v1/customers`;

/** Runs a block against a server that answers each request with this body; returns the requests and the variables. */
async function run(code: string, body = '{}', variables = new Map<string, string>()) {
  const requests: BuiltRequest[] = [];
  const bytes = new TextEncoder().encode(body);
  await compileBlock(code, reach).run({
    variables,
    getKey: async () => 'sk_test_mine',
    send: async (request) => {
      requests.push(request);
      const headers: [string, string][] = [['etag', '"v1"']];
      const { method, url } = request;
      return {
        method,
        url,
        status: 200,
        reason: 'OK',
        headers,
        bytes,
        milliseconds: 1,
        sentAt: '',
      } as ReceivedResponse;
    },
  });
  return { requests, variables };
}

it('sends what curl would send, with quotes, variables and lines that go on', async () => {
  const code = `
# A comment.
NAME="Ana \\"\\$1\\""; URL=${address}
curl -is -u "$CAIS_KEY:x" "\${URL}?a>=1" -X PUT \\
  -H "Content-Type: application/json" \\
  -d '{"name": "'$NAME'", "path": "a\\b"}' | node -pe 'anything' > /dev/null`;
  const { requests } = await run(code);
  assert.deepEqual(requests, [
    {
      method: 'PUT',
      url: `${address}?a>=1`,
      headers: [
        ['Content-Type', 'application/json'],
        ['Authorization', `Basic ${btoa('sk_test_mine:x')}`],
      ],
      cookies: [],
      credentials: [],
      body: { kind: 'text', mediaType: 'application/json', text: '{"name": "Ana "$1"", "path": "a\\b"}' },
    },
  ]);
});

it('sends forms, and data in the address', async () => {
  const code = `curl -s ${address} -d a=1 --data-urlencode 'tags[]=b c' || true
curl -s -G ${address}?x=1 --data-urlencode "search=é&"`;
  const { requests } = await run(code);
  assert.deepEqual(
    requests.map(({ method, url, body }) => [method, url, body?.kind === 'text' ? body.text : undefined]),
    [
      ['POST', address, 'a=1&tags[]=b%20c'],
      ['GET', `${address}?x=1&search=%C3%A9%26`, undefined],
    ],
  );
});

it('takes values out of responses, and the browser’s own workspace in the place of a new one', async () => {
  const open = `curl -s -X POST ${origin}/platform/v1/guest_workspaces`;
  const code = `RESPONSE=$(${open})
export CAIS_KEY=$(node -pe 'JSON.parse(process.argv[1]).api_key.secret' "$RESPONSE")
ID=$(curl -s ${address} | node -pe 'JSON.parse(require("fs").readFileSync(0,"utf8"))[0].id')
ETAG=$(curl -s -o /dev/null -D - ${address} | sed -n 's/^etag: //ip' | tr -d '\\r')`;
  const { requests, variables } = await run(code, '[{"id": 7}]');
  assert.equal(requests.length, 2);
  assert.equal(variables.get('CAIS_KEY'), 'sk_test_mine');
  assert.equal(variables.get('ID'), '7');
  assert.equal(variables.get('ETAG'), '"v1"');
});

it('knows what a block needs, sets, opens, sends and erases', () => {
  const block = compileBlock(`ID=$OLD\ncurl -X POST ${origin}/platform/v1/workspace/reset -d "$ID"`, reach);
  const { needs, sets, opens, sends, erases } = block;
  assert.deepEqual([[...needs], [...sets], opens, sends, erases], [['OLD'], ['ID'], false, true, true]);
});

it('never calls another host or an API that is not here', async () => {
  for (const url of [
    'https://evil.example/',
    `${origin}.evil.example/`,
    `${origin}/sandbox/padaria/v1/a`,
    `${origin}/account/sign-out`,
  ])
    assert.throws(() => compileBlock(`curl -s ${url}`, reach), url);
  await assert.rejects(run('curl -s "$URL"', '', new Map([['URL', 'https://evil.example/sandbox/notas/v1']])));
});

const strange = [
  'for id in 1 2; do curl; done',
  'status() { curl; }',
  'cat <<END\nEND',
  `curl -s ${address} > file.txt`,
  `curl -s ${address} -d @file.json`,
  `curl --proxy evil ${address}`,
  `curl -s ${address} | sh`,
  `ID=$(curl -s ${address} | node -pe 'process.exit()')`,
  'npm install',
  'echo `id`',
  "echo 'open",
  `A=1 curl ${address}`,
  'true && false',
];

for (const code of strange) {
  it(`runs nothing of ${JSON.stringify(code)}`, () => {
    assert.throws(() => compileBlock(code, reach));
  });
}
