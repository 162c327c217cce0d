import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { after, describe, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { isAtLeast, oldestToRun, oldestToStart } from '../server/settings/node-versions.mjs';
import { killCais, runCais, startCaisSandbox } from '../server/testing/cais-process.ts';
import { temporaryFolder } from '../server/testing/test-specs.ts';
import { commands } from './commands.ts';

describe('the command line of cais', () => {
  after(killCais);

  test('helps on standard output, with the name of each command, and ends with 0', async () => {
    const { code, stdout, stderr } = await runCais(['--help']);
    assert.deepEqual([code, stderr], [0, '']);
    for (const { name, summary } of commands) assert.match(stdout, new RegExp(`^  ${name} +${summary}$`, 'm'));
    for (const args of [[], ['help'], ['-h']]) assert.deepEqual(await runCais(args), { code, stdout, stderr });
  });

  test('helps with each command, and names all its options', async () => {
    for (const { name, options } of commands) {
      const { code, stdout } = await runCais([name, '--help']);
      assert.equal(code, 0);
      assert.match(stdout, new RegExp(`^Usage: cais ${name}`));
      for (const option of Object.keys(options)) assert.ok(stdout.includes(`--${option}`), `${name} --${option}`);
      assert.ok(
        stdout.split('\n').every(({ length }) => length <= 110),
        `the help of ${name} is too wide`,
      );
      assert.equal((await runCais(['help', name])).stdout, stdout);
    }
  });

  test('tells its version', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    for (const flag of ['--version', '-V']) assert.equal((await runCais([flag])).stdout, `${version}\n`);
  });

  test('says what was probably meant, on standard error, and ends with 2', async () => {
    const said: Record<string, string> = {
      'sandbx openapi.yaml': 'There is no command "sandbx". Did you mean "sandbox"?',
      'sandbox --prot 3': 'There is no option --prot. Did you mean --port?',
      'sandbox --no-atuh': 'There is no option --no-atuh. Did you mean --no-auth?',
      'sandbox -x': 'There is no option -x.',
      'sandbox --port': '--port needs a value: --port <number>',
      'sandbox --port --json': '--port needs a value: --port <number>',
      'sandbox --port=': '--port needs a value: --port <number>',
      'sandbox --json=1': '--json takes no value.',
      'sandbox --port many': '--port must be a number up to 65535, not "many".',
      'sandbox --memory --data x': 'Choose one of --memory, which keeps nothing, and --data, which keeps everything.',
      '--port 3': 'There is no option --port before the command.',
    };
    for (const [line, message] of Object.entries(said)) {
      const { code, stdout, stderr } = await runCais(line.split(' '));
      assert.deepEqual([code, stdout, stderr.split('\n')[0]], [2, '', message], line);
      assert.match(stderr, /\n\nSee cais (sandbox )?--help\.\n$/);
    }
  });

  test('names a document that is not there, and ends with 1', async () => {
    const cwd = temporaryFolder();
    const missing = await runCais(['sandbox', 'openapi.yaml'], { cwd });
    assert.deepEqual([missing.code, missing.stderr], [1, 'There is no file or folder openapi.yaml.\n']);
    const none = await runCais(['sandbox'], { cwd });
    assert.equal(none.code, 1);
    assert.match(none.stderr, /^There is no OpenAPI document in \., such as openapi\.yaml/);
    const remote = await runCais(['sandbox', 'https://api.example/openapi.yaml'], { cwd });
    assert.match(remote.stderr, /^cais reads files, no addresses\. Fetch it first: curl /);
  });

  test('is refused by a Node that is too old, and so is npm start, with the one that is needed', async () => {
    const { engines } = JSON.parse(readFileSync('package.json', 'utf8'));
    assert.equal(engines.node, `>=${oldestToStart.replace('.0', '')}`);
    for (const version of ['14.21.3', '19.9.0']) {
      for (const file of ['cli/cais.mjs', 'scripts/start.mjs', 'scripts/test.mjs', 'scripts/ensure-site.mjs']) {
        const { status, stdout, stderr } = spawnSync(process.execPath, [...asVersion(version), file], {
          encoding: 'utf8',
        });
        const message = `Cais needs Node.js 20 or newer, and this is ${version}.\n`;
        assert.deepEqual([status, stdout, stderr], [1, '', message], file);
      }
    }
  });

  test('compares versions by their numbers', () => {
    const told = ['25.9.0', '26.0.9', '26.1.0', '26.10.0', '27.0.0'].map((version) => isAtLeast(version, oldestToRun));
    assert.deepEqual(told, [false, false, true, true, true]);
  });

  const older = findOlderNode();
  test('starts under an older Node, too, and passes signals and exit codes on', { skip: !older }, async () => {
    const file = resolve('e2e/specs/biblioteca');
    const script = 'console.log(process.execPath, process.env.NODE_COMPILE_CACHE); process.exit(3)';
    const env = { PATH: dirname(older as string), NODE_COMPILE_CACHE: '' };
    const args = ['sandbox', file, '-p', '0', '--', 'node', '-e', script];
    const { code, stdout } = await runCais(args, { node: older, env });
    // The command runs as it would without `cais`.
    assert.deepEqual([code, stdout], [3, spawnSync(older as string, ['-e', script], { encoding: 'utf8', env }).stdout]);
    assert.equal((await runCais(['sandbox', '--nothing'], { node: older })).code, 2);
  });

  test('leaves no sandbox behind when it is killed', { skip: !older }, async () => {
    const { child, ready } = await startCaisSandbox([resolve('e2e/specs/biblioteca')], { node: older });
    child.kill('SIGKILL');
    const isThere = () =>
      fetch(`${ready.url}/livez`)
        .then(({ ok }) => ok)
        .catch(() => false);
    while (await isThere()) await wait(50);
  });
});

/** Makes a Node take itself for another one: those that are too old are on no machine of ours. */
function asVersion(node: string): string[] {
  const code = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${node}' } })`;
  return ['--import', `data:text/javascript,${encodeURIComponent(code)}`];
}

/** A Node of this machine that is older than the project's own, and that `cais` takes. */
function findOlderNode(): string | undefined {
  const own = resolve('node_modules');
  const folders = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => folder && !resolve(folder).startsWith(own));
  return folders
    .map((folder) => join(folder, 'node'))
    .find((file) => {
      const { stdout } = spawnSync(file, ['--version'], { encoding: 'utf8' });
      const major = Number(/^v(\d+)/.exec(stdout ?? '')?.[1]);
      return major >= 20 && major < 26;
    });
}
