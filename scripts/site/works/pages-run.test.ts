import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { delimiter, dirname } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { promisify } from 'node:util';
import { freePort } from '../../../server/net/free-port.ts';
import { startTestPortal, type TestPortal } from '../../../server/testing/test-portal.ts';
import { allSpecs, temporaryFolder } from '../../../server/testing/test-specs.ts';
import { planGuide } from '../../../src/guides/plan-guide.ts';
import { writtenOrigin } from '../mark-runnable.ts';
import { type WrittenPages, writePages } from './pages-fixture.ts';

const languages = ['pt-BR', 'en', 'es'] as const;
const apis = ['notas', 'gestor', 'recebiveis', 'crm', 'platform', 'biblioteca', 'train-travel', 'keywords'];

interface Block {
  code: string;
  /** The status that the page shows after it. */
  status?: number;
}

function readBlocks(page: string): Block[] {
  const blocks: Block[] = [];
  for (const [, language, meta = '', code = ''] of page.matchAll(/^```(\w+)(.*)\n([\s\S]*?)^```$/gm)) {
    const shown = /title="(\d{3})/.exec(meta)?.[1] ?? /^HTTP\/1\.1 (\d{3})/.exec(code)?.[1];
    const last = blocks.at(-1);
    if (language === 'bash') blocks.push({ code });
    else if (last && shown) last.status ??= Number(shown);
  }
  return blocks;
}

/** Runs all blocks in a shell, with curl itself; returns the last status of each. */
async function runInShell(blocks: Block[], origin: string): Promise<(number | undefined)[]> {
  const script = [
    `curl() { command curl "$@" -w '%{stderr}status %{http_code}\\n'; }`,
    ...blocks.map(({ code }) => `echo block >&2\n${code.replaceAll(writtenOrigin, origin)}`),
  ].join('\n');
  const PATH = [dirname(process.execPath), process.env.PATH].join(delimiter);
  const { stderr } = await promisify(execFile)('bash', ['-c', script], {
    cwd: temporaryFolder(),
    env: { PATH },
    maxBuffer: 2 ** 26,
  });
  const parts = stderr.split('block\n').slice(1);
  return parts.map((part) => Number([...part.matchAll(/status (\d+)/g)].at(-1)?.[1]) || undefined);
}

describe('the commands of the pages on how APIs work', () => {
  let pages: WrittenPages;
  let portal: TestPortal;
  let origin = '';

  before(async () => {
    const port = await freePort();
    origin = `http://127.0.0.1:${port}`;
    portal = await startTestPortal({ env: { PUBLIC_URL: origin, SPECS_PATH: allSpecs() } });
    await portal.app.listen({ host: '127.0.0.1', port });
    pages = await writePages(allSpecs(), [...languages]);
  });
  after(() => portal.close());

  test('are of every API that is served, and nothing of them is left out', () => {
    assert.deepEqual([...pages.slugs].sort(), [...apis].sort());
    assert.deepEqual(
      pages.faults.filter(({ stage }) => stage === 'pages'),
      [],
    );
  });

  for (const api of apis)
    for (const language of languages)
      test(`of ${api} in ${language} get the statuses that the page shows, from curl`, async () => {
        const blocks = readBlocks(pages.read(api, language));
        assert.ok(blocks.length >= 5, `only ${blocks.length} commands`);
        const statuses = await runInShell(blocks, origin);
        const wrong = blocks.flatMap(({ code, status }, index) =>
          status === undefined || statuses[index] === status ? [] : `${statuses[index]}, not ${status}: ${code}`,
        );
        assert.deepEqual(wrong, []);
      });

  test('have a button: a browser can run them all', () => {
    for (const api of apis) {
      const codes = readBlocks(pages.read(api)).map(({ code }) => code);
      const plan = planGuide(codes, { origin: writtenOrigin, apis });
      assert.deepEqual(
        codes.filter((_, index) => plan[index] === undefined),
        [],
      );
    }
  });
});
