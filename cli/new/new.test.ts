import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { killCais, runCais, startCaisSandbox } from '../../server/testing/cais-process.ts';
import { temporaryFolder } from '../../server/testing/test-specs.ts';

describe('cais new', () => {
  after(killCais);

  for (const [language, list, field] of [
    ['en', '/orders', 'product'],
    ['pt-BR', '/pedidos', 'produto'],
    ['es', '/pedidos', 'producto'],
  ] as const) {
    test(`writes a portal in ${language} whose document is sound and whose sandbox works`, async () => {
      const cwd = temporaryFolder();
      const { code, stdout } = await runCais(['new', 'my-portal', '--language', language], { cwd });
      assert.equal(code, 0);
      const files = globSync('my-portal/**/*.*', { cwd }).filter((path) => !path.endsWith('.gitkeep'));
      assert.equal(files.length, 3);
      for (const file of files) assert.ok(stdout.includes(`  ${file.replace('my-portal/', '')}\n`), file);
      const { default: config } = await import(join(cwd, 'my-portal/cais.config.ts'));
      assert.deepEqual(config, { name: 'my-portal', languages: [language] });

      const linted = await runCais(['lint', `my-portal/specs${list}`], { cwd });
      assert.deepEqual([linted.code, linted.stdout], [0, `my-portal/specs${list}/openapi.yaml: no faults.\n`]);
      const sandbox = await startCaisSandbox(['my-portal', '--no-auth'], { cwd });
      const url = `${sandbox.ready.apis[0]?.url}${list}`;
      const seeded = (await (await fetch(url)).json()) as Record<string, string>[];
      assert.ok(seeded.length >= 2, 'it begins with the examples of the document');
      const made = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ [field]: 'x' }),
      });
      const { id } = (await made.json()) as { id: string };
      const found = (await (await fetch(`${url}/${id}`)).json()) as Record<string, string>;
      assert.equal(found[field], 'x');
      await sandbox.end();
    });
  }

  test("without a language, writes in the system's, else in English", async () => {
    const cwd = temporaryFolder();
    const languageOn = async (name: string, LC_ALL: string) => {
      await runCais(['new', name], { cwd, env: { LC_ALL } });
      return /languages: \['(.*)'\]/.exec(readFileSync(join(cwd, name, 'cais.config.ts'), 'utf8'))?.[1];
    };
    assert.equal(await languageOn('a', 'es_MX.UTF-8'), 'es');
    assert.equal(await languageOn('b', 'pt_BR.UTF-8'), 'pt-BR');
    assert.equal(await languageOn('c', 'fr_FR.UTF-8'), 'en');
  });

  test('touches no folder that has files, and needs the name of one', async () => {
    const cwd = temporaryFolder();
    await runCais(['new', 'portal', '--name', 'It\'s "mine"'], { cwd });
    const before = readFileSync(join(cwd, 'portal/cais.config.ts'), 'utf8');
    assert.match(before, /name: "It's \\"mine\\""/);
    const again = await runCais(['new', 'portal'], { cwd });
    assert.deepEqual([again.code, again.stderr], [1, 'portal holds files already: name a new or empty folder.\n']);
    assert.equal(readFileSync(join(cwd, 'portal/cais.config.ts'), 'utf8'), before);
    assert.equal((await runCais(['new'], { cwd })).code, 2);
    assert.equal((await runCais(['new', 'x', '--language', 'fr'], { cwd })).code, 2);
  });
});
