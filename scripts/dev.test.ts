import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium } from '@playwright/test';
import { freePort } from '../server/net/free-port.ts';
import { killCais, spawnCais } from '../server/testing/cais-process.ts';
import { temporaryFolder } from '../server/testing/test-specs.ts';
import { findChromium } from './find-chromium.ts';

const document = (summary: string) => `openapi: 3.1.0
info: { title: Trains, version: 1.0.0 }
paths:
  /trains:
    get:
      operationId: listTrains
      summary: ${summary}
      responses: { '200': { description: Trains. } }
`;
const settings = (name: string) => `export default { name: '${name}', languages: ['en'] };\n`;
const profile = (errors: string) =>
  `import { ${errors}, defineProfile } from 'cais/dialect';\nexport const profile = defineProfile({ errors: ${errors} });\n`;

/** In milliseconds: the machine may have much else to do. */
const patience = 240_000;
/** Of the whole test, in which Docusaurus starts and compiles several times. */
const timeout = 900_000;

test('cais dev shows a change of a document, guide, profile and setting at once, and tells a fault until it is mended', {
  timeout,
}, async () => {
  const folder = join(temporaryFolder(), 'rail');
  const save = (file: string, text: string) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  save('cais.config.ts', settings('Old Rail'));
  save('specs/trains/openapi.yaml', document('List the trains'));
  save('specs/trains/sandbox.ts', profile('problemDetails'));
  save('docs/first.md', '# First\n\nA sentence.\n');
  const port = await freePort();
  const dev = spawnCais(['dev', folder, '--port', `${port}`], { env: { CAIS_DIR: join(folder, '.cais') } });
  const ended = once(dev, 'exit');
  let told = '';
  for (const stream of [dev.stdout, dev.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      told += text;
    });
  const waitFor = async (what: string, isThere: () => Promise<boolean> | boolean) => {
    for (const end = Date.now() + patience; !(await isThere()); await sleep(200))
      assert.ok(Date.now() < end && dev.exitCode === null, `${what}\n${told}`);
  };
  const origin = `http://localhost:${port}`;
  const load = (path: string) => fetch(origin + path).catch(() => undefined);
  const browser = await chromium.launch({ executablePath: await findChromium(), args: ['--no-sandbox'] });
  try {
    await waitFor('the first page', async () => (await load('/'))?.status === 200);
    const page = await browser.newPage();
    page.setDefaultTimeout(patience);
    const shows = (text: string) => page.getByText(text).first().waitFor();

    await page.goto(`${origin}/guides/first`);
    await shows('A sentence.');
    save('docs/first.md', '# First\n\nAnother sentence.\n');
    await shows('Another sentence.');

    await page.goto(`${origin}/reference/trains/list-trains`);
    await shows('List the trains');
    save('specs/trains/openapi.yaml', document('List all trains'));
    await shows('List all trains');

    const body = async () => ((await (await load('/sandbox/trains/trains'))?.json().catch(() => ({}))) ?? {}) as object;
    await waitFor('the first profile', async () => 'title' in (await body()));
    save('specs/trains/sandbox.ts', profile('codigoMensagem'));
    await waitFor('the other profile', async () => 'codigo' in (await body()));

    save('cais.config.ts', `export default { nam: 'New Rail' };\n`);
    await waitFor('the fault', () => told.includes('nam is no setting. Did you mean "name"?'));
    save('cais.config.ts', settings('New Rail'));
    await shows('New Rail');
  } finally {
    await browser.close();
    dev.kill('SIGTERM');
    await ended;
    killCais();
  }
  assert.equal(await load('/'), undefined);
});
