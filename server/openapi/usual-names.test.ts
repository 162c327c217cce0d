import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { portalFolders } from '../settings/portal-folders.mjs';
import { usualNames } from '../settings/usual-file.mjs';
import { temporaryFolder, writeSpecs } from '../testing/test-specs.ts';
import { agenda, withApis } from '../testing/with-apis.ts';
import { findSpecs } from './find-specs.ts';
import { loadApi } from './load-api.ts';
import { loadPrepared, storePrepared } from './prepared-documents.ts';

const json = JSON.stringify(parse(agenda));
const files = usualNames.flatMap((name) => [`${name}.yaml`, `${name}.yml`, `${name}.json`]);

test('a document of any usual name is served, and downloaded with the portal as its server', async () => {
  const apis = Object.fromEntries(
    files.map((file) => [file.replace('.', '-'), { [file]: file.endsWith('json') ? json : agenda }]),
  );
  await withApis(apis, async (portal, key) => {
    for (const slug of Object.keys(apis)) {
      assert.equal((await portal.call(`GET /sandbox/${slug}/visits`, { key })).status, 200, slug);
      const { body } = await portal.call(`GET /downloads/${slug}/openapi.yaml`);
      const { servers, info } = parse(body);
      assert.deepEqual([info.title, servers[0].url], ['Agenda', `http://localhost:3000/sandbox/${slug}`]);
    }
  });
});

test('the only document of a folder may have any name; of several, none is taken for it, and that is told', async () => {
  const beside = {
    'seed.yaml': 'visits: []\n',
    'package.json': '{"name": "x"}',
    'notes.yaml': 'a:\n  openapi: 3.1.0\n',
  };
  const apis = {
    trains: { 'train-travel.yml': agenda, ...beside },
    json: { 'My API v2.JSON': json, ...beside },
  };
  await withApis(apis, async (portal, key) => {
    for (const slug of Object.keys(apis))
      assert.equal((await portal.call(`GET /sandbox/${slug}/visits`, { key })).status, 200, slug);
  });
  const several = { several: { 'a.yaml': agenda, 'b.json': json, 'seed.yaml': 'visits: []\n' } };
  await withApis({ ...apis, ...several }, async (portal) => {
    const [fault, ...others] = portal.context.faults.list();
    assert.deepEqual(
      [others, fault?.leftOut, fault?.message.en],
      [[], 'api', 'The folder has several documents: a.yaml, b.json.'],
    );
  });
  assert.throws(() => findSpecs(writeSpecs({ data: { 'seed.yaml': 'visits: []\n' } })), /holds none/);
});

test('a portal may be one document of any usual name', () => {
  for (const file of files) {
    const PORTAL = join(writeSpecs({ trains: { [file]: agenda } }), 'trains');
    assert.equal(portalFolders({ PORTAL }).specsPath, PORTAL);
  }
  assert.throws(() => portalFolders({ PORTAL: temporaryFolder() }), /PORTAL must name a folder with a document/);
});

test('a document that was stored parsed is read again after it has changed, whatever its name', async () => {
  const folder = temporaryFolder();
  for (const file of files) {
    const sources = join(writeSpecs({ trains: { [file]: json } }), 'trains');
    storePrepared(folder, await loadApi(sources));
    assert.equal((await loadPrepared(folder, sources)).title, 'Agenda');
    writeFileSync(join(sources, file), json.replace('Agenda', 'Changed'));
    assert.equal((await loadPrepared(folder, sources)).title, 'Changed');
  }
});
