import assert from 'node:assert/strict';
import { copyFileSync, globSync, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, test } from 'node:test';
import { serveApi } from '../sandbox/serve-api.ts';
import { complaintsOf, installClients, writeProgram } from '../testing/client-programs.ts';
import { oddDocument, oddProgram } from '../testing/odd-document.ts';
import { temporaryFolder, writeSpecs } from '../testing/test-specs.ts';

/** Third-party documents that have parts which this portal refuses, or that take long. */
const refused = /server-path-level|readme\.yaml/;

describe('the client of any document', () => {
  test('compiles, whatever names, circles and styles the document has', async () => {
    const empty = '{openapi: 3.1.0, info: {title: Empty, version: "1"}, paths: {}}';
    const specs = writeSpecs({ odd: { 'openapi.yaml': oddDocument }, empty: { 'openapi.yaml': empty } });
    const folder = installClients(
      [await serveApi(join(specs, 'odd')), await serveApi(join(specs, 'empty'))],
      'https://portal.example',
    );
    writeProgram(folder, 'odd', oddProgram);
    assert.deepEqual(await complaintsOf(folder), []);
    for (const name of ['odd', 'empty']) assert.ok(await import(`${folder}/node_modules/@cais/${name}/index.js`));
  });

  test('compiles for third-party documents', async () => {
    const files = globSync('node_modules/@readme/oas-examples/{3.0,3.1}/yaml/*.yaml').filter(
      (file) => !refused.test(file),
    );
    const specs = temporaryFolder();
    const apis = [];
    for (const file of files) {
      const folder = join(specs, `${basename(file, '.yaml')}-${file.includes('/3.0/') ? 'a' : 'b'}`);
      mkdirSync(folder);
      copyFileSync(file, join(folder, 'openapi.yaml'));
      apis.push(await serveApi(folder));
    }
    assert.ok(apis.length > 40);
    assert.deepEqual(await complaintsOf(installClients(apis, 'https://portal.example')), []);
  });
});
