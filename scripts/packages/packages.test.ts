import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, delimiter, dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { projectNode, root } from '../run-child.mjs';
import { missingImports } from './missing-imports.ts';
import { packPackages } from './pack-packages.ts';

const env = { ...process.env, PATH: `${dirname(projectNode)}${delimiter}${process.env.PATH}`, NO_COLOR: '1' };
const folder = mkdtempSync(join(tmpdir(), 'cais-packages-'));
let sandbox = '';
before(async () => ([sandbox = ''] = await packPackages(folder)));
after(() => rmSync(folder, { recursive: true, force: true }));

describe('the packages', () => {
  const files = () => globSync('{cais,cais-portal}/**/*', { cwd: folder });
  const read = (path: string) => readFileSync(join(folder, path), 'utf8');

  test('hold no tests, and no TypeScript but that of generated clients', () => {
    assert.ok(files().length > 1500);
    const wrong = files().filter((path) => /\.test\.|\/(testing|e2e)\/|-fixture\.|(?<!\.d)\.tsx?$/.test(path));
    assert.deepEqual(
      wrong.filter((path) => !path.startsWith('cais/server/clients/runtime/')),
      [],
    );
  });

  test('name nothing of this project’s own portal', () => {
    const apis = globSync('specs/*/openapi.yaml', { cwd: root }).map((file) => basename(dirname(file)));
    const ours = [...apis.filter((slug) => slug !== 'platform'), 'Recebíveis', 'Pão Quente', 'NFS-e', 'duplicata'];
    const words = new RegExp(`.{0,30}(?<![\\p{L}\\d])(${ours.join('|')})(?![\\p{L}\\d]).{0,30}`, 'iu');
    assert.match(readFileSync(join(root, 'docs/notas.mdx'), 'utf8'), words);
    const texts = files().filter((path) => statSync(join(folder, path)).isFile());
    const found = texts.flatMap((path) => words.exec(read(path))?.[0].replace(/^/, `${path}: `) ?? []);
    assert.deepEqual(found, []);
  });

  test('have each file that one of theirs imports', () => {
    assert.deepEqual(missingImports(folder), [], 'Add it to scripts/packages/packed-files.ts.');
  });

  test('are of one version, and say for which Node', () => {
    const [light, pages] = ['cais', 'cais-portal'].map((name) => JSON.parse(read(`${name}/package.json`)));
    assert.deepEqual([pages.version, pages.dependencies.cais], [light.version, light.version]);
    assert.deepEqual([light.engines, pages.engines], [{ node: '>=26.1' }, { node: '>=26.1' }]);
    const exact = Object.values({ ...light.dependencies, ...pages.dependencies }) as string[];
    assert.deepEqual(
      exact.filter((version) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)),
      [],
    );
  });
});

describe('the package of the command, installed by npm in an empty folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cais-package-'));
  before(() => {
    const quietly = ['--silent', '--no-audit', '--no-fund', '--prefer-offline'];
    execFileSync('npm', ['install', ...quietly, '--prefix', folder, sandbox], { cwd: folder });
    cpSync(join(root, 'e2e/specs/biblioteca'), join(folder, 'biblioteca'), { recursive: true });
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const cais = (...args: string[]) =>
    spawnSync(join(folder, 'node_modules/.bin/cais'), args, { cwd: folder, env, encoding: 'utf8', timeout: 120_000 });

  test('takes at most 60 MB, and has no pages', () => {
    const files = globSync('node_modules/**/*', { cwd: folder }).map((file) => statSync(join(folder, file)));
    const bytes = files.reduce((sum, file) => sum + (file.isFile() ? file.size : 0), 0);
    assert.ok(files.length > 1000 && bytes < 60 * 2 ** 20, `${bytes} bytes in ${files.length} files`);
    assert.deepEqual(globSync('node_modules/{@docusaurus,react,node}', { cwd: folder }), []);
  });

  test('serves a sandbox that remembers, to a command beside it', () => {
    writeFileSync(
      join(folder, 'write-and-read.mjs'),
      `const headers = { 'X-Chave-Biblioteca': process.env.CAIS_KEY, 'content-type': 'application/json' };
       const book = { isbn: '9788500000048', titulo: 'Marés', autor: 'Lia Prates' };
       const url = process.env.CAIS_API_URL + '/livros/' + book.isbn;
       const put = await fetch(url, { method: 'PUT', headers, body: JSON.stringify(book) });
       const read = await (await fetch(url, { headers })).json();
       if (put.status !== 201 || read.titulo !== 'Marés') throw new Error(put.status + JSON.stringify(read));
       console.log('remembered');`,
    );
    const { status, stdout, stderr } = cais('sandbox', 'biblioteca', '--port', '0', '--', 'node', 'write-and-read.mjs');
    assert.equal(status, 0, stderr);
    assert.match(stdout, /remembered/);
  });

  test('writes a new portal, whose sandbox it serves from any folder', () => {
    const written = cais('new', 'mine', '--language', 'en');
    assert.equal(written.status, 0, written.stderr);
    const elsewhere = ['sandbox', join(folder, 'mine'), '--port', '0', '--', 'node', '-e', '0'];
    const { status, stderr } = spawnSync(join(folder, 'node_modules/.bin/cais'), elsewhere, {
      cwd: '/',
      env,
      encoding: 'utf8',
    });
    assert.equal(status, 0, stderr);
  });

  test('has the files that it runs in threads', () => {
    const threads = [
      'server/db/checkpoint-thread.js',
      'server/downloads/document-thread.js',
      'server/profiles/loop-thread.js',
    ];
    for (const file of threads) assert.ok(existsSync(join(folder, 'node_modules/cais', file)), file);
    const compiled = globSync('node_modules/cais/{server,cli}/**/*.js', { cwd: folder });
    const wrong = compiled.filter((file) => /new URL\('[^']*\.ts'/.test(readFileSync(join(folder, file), 'utf8')));
    // The project alone has a browser to look for.
    assert.deepEqual(wrong, ['node_modules/cais/cli/doctor/check-chromium.js']);
  });

  test('explains and checks a document, and examines what is there', () => {
    assert.match(cais('explain', 'biblioteca').stdout, /livros/);
    const spanish = { cwd: folder, env: { ...env, LC_ALL: 'es_MX.UTF-8' }, encoding: 'utf8' } as const;
    const { stdout } = spawnSync(join(folder, 'node_modules/.bin/cais'), ['explain', 'biblioteca'], spanish);
    assert.match(stdout, /^ {2}papel {10}lista registros$/m);
    assert.equal(cais('lint', 'biblioteca').status, 0);
    assert.match(cais('doctor').stdout, /^ok {2}Node {8}v26\.\S+; it must be >=26\.1$/m);
  });

  test('says what to install for pages, where none or those of another version are', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const remedy = `Here, run:\nnpm install cais@${version} cais-portal@${version}\n`;
    const none = cais('start');
    assert.deepEqual([none.status, none.stderr.endsWith(`not installed. ${remedy}`)], [1, true], none.stderr);
    const other = join(folder, 'node_modules/cais-portal');
    mkdirSync(other);
    writeFileSync(join(other, 'package.json'), '{ "name": "cais-portal", "version": "0.0.9" }');
    const older = cais('build');
    rmSync(other, { recursive: true });
    assert.deepEqual(
      [older.status, older.stderr.endsWith(`not installed (0.0.9 is). ${remedy}`)],
      [1, true],
      older.stderr,
    );
  });

  test('gives profiles their conventions, and settings their type', () => {
    writeFileSync(
      join(folder, 'profile.ts'),
      `import { defineProfile, offsetLimit } from 'cais/dialect';
       export const profile = defineProfile({ pagination: offsetLimit({ offset: 'o', limit: 'l', size: 1, max: 2 }) });
       const settings: import('cais/portal').PortalConfig = { name: 'Mine' };
       void settings;
       // @ts-expect-error There is no such rule.
       defineProfile({ nonsense: true });`,
    );
    const compiler = join(root, 'node_modules/typescript-native/bin/tsc');
    const options = ['--noEmit', '--strict', '--skipLibCheck', '--module', 'nodenext', 'profile.ts'];
    const { status, stdout } = spawnSync(projectNode, [compiler, ...options], { cwd: folder, encoding: 'utf8' });
    assert.equal(status, 0, stdout);
    const names = execFileSync(projectNode, ['-p', 'Object.keys(require("cais/dialect")).join()'], { cwd: folder });
    assert.match(String(names), /defineProfile.*offsetLimit/);
  });
});
