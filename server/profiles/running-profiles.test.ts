import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { runCais } from '../testing/cais-process.ts';
import { killMains, type MainProcess, startReadyMain } from '../testing/main-process.ts';
import { temporaryFolder, writeSpec, writeSpecs } from '../testing/test-specs.ts';
import { agenda } from '../testing/with-apis.ts';

/** What handlers do that would take all APIs along; what is told of it, by place. */
const harms = {
  exit: { code: 'process.exit(0);', told: /process\.exit would end the other APIs, too/ },
  abort: { code: 'process.abort();', told: /process\.abort would end/ },
  kill: { code: "process.kill(process.pid, 'SIGKILL');", told: /process\.kill would end/ },
  timer: { code: 'setTimeout(() => process.exit(0));', told: /process\.exit would end/ },
  thrown: { code: 'setTimeout(() => { throw new Error("thrown later"); });', told: /thrown later/ },
  promise: { code: 'void (async () => { throw new Error("caught by nobody"); })();', told: /caught by nobody/ },
  inside: { code: 'throw new Error("it broke");', told: /it broke/ },
  bare: { code: 'setTimeout(process.exit);', told: undefined },
  held: {
    code: 'for (const end = Date.now() + 8_000; Date.now() < end; );',
    told: /held the event loop for seconds in GET \/held/,
  },
};

const document = `openapi: 3.1.0
info: {title: Harm, version: "1"}
paths:
${Object.keys(harms)
  .map((name) => `  /${name}:\n    get: {operationId: ${name}, responses: {"200": {description: x}}}`)
  .join('\n')}
`;
const profile = `export const profile = { handlers: {
${Object.entries(harms)
  .map(([name, { code }]) => `async ${name}(call) { ${code} return call.answer({}); },`)
  .join('\n')}
} };`;

describe('a profile that runs', () => {
  let main: MainProcess;
  let key: string;

  before(async () => {
    const folder = writeSpecs({
      harm: { 'openapi.yaml': document, 'sandbox.ts': profile },
      agenda: { 'openapi.yaml': agenda },
    });
    main = await startReadyMain({ SPECS_PATH: folder, DATA_DIR: temporaryFolder(), LOG_LEVEL: 'error' });
    const made = await fetch(`${main.origin}/platform/v1/guest_workspaces`, { method: 'POST' });
    key = ((await made.json()) as { api_key: { secret: string } }).api_key.secret;
  });
  after(killMains);

  const statusOf = async (path: string) =>
    (await fetch(`${main.origin}/sandbox/${path}`, { headers: { authorization: `Bearer ${key}` } })).status;
  const faults = async () => {
    const { faults } = (await (
      await fetch(`${main.origin}/readyz?verbose`, { headers: { 'accept-language': 'en' } })
    ).json()) as {
      faults: { file: string; line: number; message: string }[];
    };
    return faults.map(({ file, line, message }) => `${file}:${line} ${message}`);
  };

  for (const [index, [name, { told }]] of Object.entries(harms).entries())
    test(`does not take the other APIs along: ${name}`, async () => {
      const refused = ['exit', 'abort', 'kill', 'inside'].includes(name);
      assert.equal(await statusOf(`harm/${name}`), refused ? 500 : 200, main.output());
      if (told) {
        const isTold = (line: string) => line.startsWith(`harm/sandbox.ts:${index + 2} `) && told.test(line);
        while (!(await faults()).some(isTold)) {
          assert.equal(main.child.exitCode, null, main.output());
          await wait(50);
        }
      } else while (!main.output().includes('would end the other APIs')) await wait(50);
      assert.equal(await statusOf('agenda/visits'), 200);
    });

  test('is named on the terminal while it holds the event loop', () => {
    assert.match(
      main.output(),
      /^The event loop is held by \S*harm\/sandbox\.ts:10 \(held\), in GET \/held: nobody is /m,
    );
  });
});

test('a profile cannot end a command either, nor hide behind a code of success', async () => {
  for (const code of ['process.exit(0)', 'const { exit } = process; exit()']) {
    const folder = writeSpec(agenda, { 'sandbox.ts': `${code};` });
    const { code: ended, stdout } = await runCais(['lint', folder]);
    assert.equal(ended, 1);
    assert.match(stdout, /example\/sandbox\.ts:1 The profile cannot be used: process\.exit would end/);
  }
});
