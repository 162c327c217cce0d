import assert from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../../server/net/free-port.ts';
import { killCais, runCais, spawnCais } from '../../server/testing/cais-process.ts';
import { oddDocument } from '../../server/testing/odd-document.ts';
import { temporaryFolder } from '../../server/testing/test-specs.ts';

/** A portal outside the project: one document, in one language, since pages take their time. */
function writePortal(): string {
  const folder = join(temporaryFolder(), 'odd');
  mkdirSync(folder);
  writeFileSync(join(folder, 'openapi.yml'), oddDocument);
  writeFileSync(join(folder, 'cais.config.ts'), "export default { name: 'Odd Things', languages: ['en'] };\n");
  return folder;
}

const served: ChildProcess[] = [];

/** Starts a command that serves pages, and waits for its home page; fails with what it says when it ends first. */
async function serve(args: string[], cwd: string, port: number) {
  const child = spawnCais([...args, '--port', String(port)], { cwd, env: { CAIS_DIR: '' } });
  served.push(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  const origin = `http://localhost:${port}`;
  const read = (path: string) =>
    fetch(origin + path).then(
      async (answer) => ({ status: answer.status, text: await answer.text() }),
      () => undefined,
    );
  let home = await read('/');
  while (home?.status !== 200) {
    assert.equal(child.exitCode, null, said);
    await wait(200);
    home = await read('/');
  }
  return { home: home.text, read, end: () => endOf(child), said: () => said };
}

/** Ends a process as Ctrl-C does; returns its exit code. */
async function endOf(child: ChildProcess): Promise<number | null> {
  const closed = once(child, 'close');
  child.kill('SIGINT');
  return (await closed)[0] as number | null;
}

describe('the commands of a portal, in its folder', () => {
  after(async () => {
    // What they have started ends with them, but only in order.
    const left = served.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null);
    await Promise.all(left.map(endOf));
    killCais();
  });
  const cwd = writePortal();

  test('build it once, serve it, and end in order', async () => {
    const port = await freePort();
    const env = { CAIS_DIR: '', PORT: String(port) };
    const built = await runCais(['build'], { cwd, env });
    assert.equal(built.code, 0, built.stdout + built.stderr);
    assert.match(built.stdout, /^Portal built in \d+ s\.$/m);
    assert.match(readFileSync(join(cwd, '.cais/site/index.html'), 'utf8'), /Odd Things/);

    const portal = await serve(['start'], cwd, port);
    assert.doesNotMatch(portal.said(), /Building the portal/);
    assert.match(portal.home, /Odd Things/);
    assert.equal((await portal.read('/sandbox/odd/pets'))?.status, 401);
    // The build hands over where the page of each operation is, whatever its id.
    const slugs: [string, string][] = JSON.parse((await portal.read('/reference/odd.json'))?.text ?? '');
    assert.deepEqual(slugs.map(([id]) => id).sort(), ['__proto__', 'delete', 'list pets/create.it', '取得']);
    for (const [id, slug] of slugs) {
      assert.equal((await portal.read(`/reference/odd/${slug}`))?.status, 200, slug);
      assert.equal(JSON.parse((await portal.read(`/reference/odd/${slug}.json`))?.text ?? '').data.id, id);
    }
    assert.equal(await portal.end(), 0);
    assert.ok(existsSync(join(cwd, '.data')));
  });

  test('end with 1 and the remedy where its settings have a fault, and with 2 where the line means nothing', async () => {
    const folder = writePortal();
    writeFileSync(join(folder, 'cais.config.ts'), "export default { nmae: 'Odd Things' };\n");
    for (const command of ['build', 'start', 'dev']) {
      const { code, stdout, stderr } = await runCais([command, folder], {
        cwd: temporaryFolder(),
        env: { CAIS_DIR: '' },
      });
      assert.equal(code, 1, command);
      assert.match(
        stderr,
        /^\S*cais\.config\.ts has faults:\n(.*\n)* {2}nmae is no setting\. Did you mean "name"\?\n.*$/,
        command,
      );
      assert.equal(stdout, '');
      const missing = await runCais([command, 'nowhere'], { cwd: folder, env: { CAIS_DIR: '' } });
      assert.equal(missing.code, 1, command);
      assert.match(missing.stderr, /^PORTAL must name the folder of a portal: there is no folder ".*nowhere"\.\n$/);
      assert.equal((await runCais([command, 'a', 'b'], { cwd: folder })).code, 2, command);
    }
  });
});
