import assert from 'node:assert/strict';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { after, describe, test } from 'node:test';
import { killCais, runCais, spawnCais, startCaisSandbox } from '../../server/testing/cais-process.ts';

const library = resolve('e2e/specs/biblioteca');

describe('cais logs', () => {
  after(killCais);

  test('prints earlier calls, oldest first, without colours into a pipe', async () => {
    const { ready, end } = await startCaisSandbox([library]);
    const headers = { 'x-chave-biblioteca': ready.key };
    await fetch(`${ready.url}/livros?autor=Lima`, { headers });
    await fetch(`${ready.url}/nothing%1B%5B2J`, { headers });
    const env = { CAIS_URL: ready.url, CAIS_KEY: ready.key };
    const { code, stdout, stderr } = await runCais(['logs'], { env });
    assert.deepEqual([code, stderr], [0, '']);
    const [first = '', second = '', ...others] = stdout.trim().split('\n');
    assert.match(first, /^\d\d:\d\d:\d\d {2}200 {2}GET {5}\/livros\?autor=Lima {2}[\d.]+ ms {2}req_\w+$/);
    assert.match(second, /^\S+ {2}404 {2}GET {5}\/nothing%1B%5B2J {2}[\d.]+ ms {2}req_\w+ {2}no_such_path$/);
    assert.deepEqual(others, []);
    const last = await runCais(['logs', '-n', '1', '--json'], { env });
    assert.equal(JSON.parse(last.stdout).status, 404);
    const coloured = await runCais(['logs'], { env: { ...env, FORCE_COLOR: '1' } });
    assert.ok(coloured.stdout.includes('\u001b[32m200'));
    await end();
  });

  test('goes on with calls as they come, each once, and says so when the server has ended', async () => {
    const { ready, end } = await startCaisSandbox([library, '--no-auth']);
    const call = async (path: string) => void (await (await fetch(ready.url + path)).text());
    await call('/livros?n=0');
    const following = spawnCais(['logs', '--follow', '--url', ready.url]);
    const ended = once(following, 'close');
    let errors = '';
    following.stderr.on('data', (chunk) => (errors += chunk));
    const lines = createInterface({ input: following.stdout })[Symbol.asyncIterator]();
    const seen: string[] = [];
    for (const next of [1, 2, 3]) {
      seen.push((await lines.next()).value ?? '');
      await call(`/livros?n=${next}`);
    }
    seen.push((await lines.next()).value ?? '');
    assert.deepEqual(
      seen.map((line) => /\?n=(\d)/.exec(line)?.[1]),
      ['0', '1', '2', '3'],
    );
    await end();
    const [code] = await ended;
    assert.equal(code, 1);
    assert.match(
      errors,
      /^Nothing answers at http.*\. Start it \(cais sandbox\), or name another address with --url\.\n$/,
    );
  });

  test('says what to do without a key, and without a server', async () => {
    const { ready, end } = await startCaisSandbox([library]);
    const refused = await runCais(['logs', '--url', ready.url]);
    assert.equal(refused.code, 1);
    assert.match(refused.stderr, / Name a key with --key or CAIS_KEY\.\n$/);
    await end();
    const gone = await runCais(['logs', '--url', ready.url, '--key', ready.key]);
    assert.equal(gone.code, 1);
    assert.match(gone.stderr, /^Nothing answers at /);
    assert.equal((await runCais(['logs', '-n', 'many'])).code, 2);
  });
});
