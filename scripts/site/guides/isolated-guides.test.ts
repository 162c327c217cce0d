import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { createFaultBook } from '../../../server/openapi/isolation/fault-book.ts';
import { temporaryFolder, writeSpec } from '../../../server/testing/test-specs.ts';
import { agenda } from '../../../server/testing/with-apis.ts';
import { root } from '../../run-child.mjs';
import { serveForPages } from '../explain-apis.ts';
import { loadApis } from '../load-apis.ts';
import { readSettings } from '../settings.ts';
import { siteStages } from '../site-stages.ts';
import { writeOperations } from '../write-operations.ts';
import { guidesFolder } from './guides-folder.ts';
import { writeGuides } from './write-guides.ts';

test('an API of which no examples can be made is told, and the guides do without', async () => {
  const settings = { ...readSettings(root, {}), portal: temporaryFolder(), caisDir: temporaryFolder() };
  const faults = createFaultBook();
  const specs = [{ slug: 'agenda', folder: writeSpec(agenda) }];
  const [api = assert.fail()] = await loadApis(specs, ['en'], faults, siteStages);
  const loaded = writeOperations(settings.caisDir, api, faults, siteStages);
  const served = (await serveForPages([loaded], faults, siteStages)).get(api.slug) ?? assert.fail();
  const broken = new Proxy(loaded.own, {
    get(text, name) {
      if (name === 'document') throw new Error('it broke');
      return Reflect.get(text, name);
    },
  });
  const sandbox = { loaded: { ...loaded, texts: new Map([['en' as const, broken]]) }, served };
  writeGuides(settings, { name: 'Portal', languages: ['en'] }, [sandbox], faults);

  assert.deepEqual(
    faults.list().map(({ api, leftOut, stage }) => [api, leftOut, stage]),
    [[api.slug, 'part', 'sample']],
  );
  const read = (id: string) => readFileSync(join(guidesFolder(settings.caisDir, 'en'), `${id}.mdx`), 'utf8');
  assert.match(read('errors'), /invalid_json/);
  assert.doesNotMatch(read('errors'), /sandbox\/[a-z]/);
  assert.equal(existsSync(join(guidesFolder(settings.caisDir, 'en'), 'sandbox.mdx')), false);
});
