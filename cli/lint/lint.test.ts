import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, describe, test } from 'node:test';
import { killCais, runCais } from '../../server/testing/cais-process.ts';
import { temporaryFolder } from '../../server/testing/test-specs.ts';

const sound = `openapi: 3.0.3
info: {title: Animals, version: "1"}
paths:
  /animals:
    get:
      operationId: listAnimals
      responses: {'200': {description: ok, content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Animal'}}}}}}
components:
  schemas:
    Animal: {type: object, properties: {id: {type: string}}}
`;

describe('cais lint and cais explain', () => {
  const cwd = temporaryFolder();
  writeFileSync(join(cwd, 'animals.yaml'), sound);
  writeFileSync(join(cwd, 'broken.yaml'), sound.replace('schemas/Animal', 'schemas/Beast'));
  after(killCais);

  test('find nothing wrong with a sound document of a stranger', async () => {
    const { code, stdout } = await runCais(['lint', 'animals.yaml'], { cwd });
    assert.deepEqual([code, stdout], [0, 'animals.yaml: no faults.\n']);
  });

  test('name file, line and remedy, and end with 1', async () => {
    const { code, stdout } = await runCais(['lint', 'animals.yaml', 'broken.yaml'], { cwd });
    assert.equal(code, 1);
    assert.match(stdout, /^broken\.yaml:7 .*Beast.*\n$/);
    const explained = await runCais(['explain', 'broken.yaml'], { cwd });
    assert.deepEqual([explained.code, explained.stderr], [0, `  broken: GET /animals, in part: ${stdout}`]);
    assert.match(explained.stdout, /^GET \/animals$/m);
  });

  test('judge the style of documents of any name, by the exemptions beside them', async () => {
    const { code, stdout } = await runCais(['lint', '--style', 'animals.yaml'], { cwd });
    assert.equal(code, 1);
    assert.match(stdout, /^animals\.yaml:4 version-first: /m);
    for (const name of ['swagger.json', 'api.yml', 'openapi.yaml']) {
      const folder = join(temporaryFolder(), 'zoo');
      mkdirSync(folder);
      writeFileSync(join(folder, name), sound);
      const found = await runCais(['lint', '--style', 'zoo'], { cwd: dirname(folder) });
      assert.match(found.stdout, new RegExp(`^zoo/${name}:4 version-first: `, 'm'));
      const rules = new Set([...found.stdout.matchAll(/^\S+ ([a-z-]+): /gm)].map(([, rule]) => rule));
      writeFileSync(join(folder, 'style.yaml'), [...rules].map((rule) => `- {rule: ${rule}, reason: Old.}\n`).join(''));
      const exempt = await runCais(['lint', '--style', 'zoo'], { cwd: dirname(folder) });
      assert.deepEqual([exempt.code, exempt.stdout], [0, `zoo/${name}: no faults.\n`]);
    }
  });

  test("speak the system's language", async () => {
    const env = { LC_ALL: 'es_MX.UTF-8' };
    const { stdout } = await runCais(['lint', 'broken.yaml'], { cwd, env });
    assert.match(
      stdout,
      /^broken\.yaml:7 La referencia \S+Beast no tiene objetivo\. Define Beast ahí o corrige el nombre\.\n$/,
    );
    const { stdout: explained, stderr } = await runCais(['explain', 'animals.yaml'], { cwd, env });
    assert.match(explained, /^ {2}papel {10}lista registros$/m);
    assert.match(explained, /^pagination {7}se deduce .* \(no está en el perfil\)$/m);
    assert.equal(stderr, '');
  });

  test('take an API of the portal by its name, and tell which there are', async () => {
    const explained = await runCais(['explain', 'notas']);
    assert.equal(explained.code, 0);
    assert.match(explained.stdout, /^Notas .*, served at \/sandbox\/notas\/v1\n/);
    assert.match(explained.stdout, /^GET \/customers$/m);
    const unknown = await runCais(['explain', 'nota']);
    assert.match(unknown.stderr, /^There is no document nota, and no API of that name: there are .*notas/);
    const none = await runCais(['explain'], { cwd });
    assert.deepEqual([none.code, none.stderr.split('\n')[0]], [2, 'Name a document.']);
    assert.equal((await runCais(['lint'], { cwd })).code, 2);
  });
});
