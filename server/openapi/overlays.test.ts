import assert from 'node:assert/strict';
import { basename } from 'node:path';
import { describe, test } from 'node:test';
import { type Locale, locales, sourceLocale } from '../settings/languages.ts';
import { writeSpec } from '../testing/test-specs.ts';
import { findSpecs } from './find-specs.ts';
import { loadApi } from './load-api.ts';

/** Members of a document that hold texts for readers. */
const shown = new Set(['title', 'summary', 'description', 'x-displayName']);

/** The texts of a document by their place. Bodies of examples are not read: they are the same in every language. */
function textsOf(value: unknown, place = '', found = new Map<string, string>()): Map<string, string> {
  if (typeof value !== 'object' || value === null) return found;
  for (const [name, part] of Object.entries(value)) {
    const isExample = ['example', 'examples', 'default'].includes(name) && !place.endsWith('/properties');
    if (typeof part === 'string' && shown.has(name)) found.set(`${place}/${name}`, part);
    else if (!isExample) textsOf(part, `${place}/${name}`, found);
  }
  return found;
}

describe('the overlay of a language', () => {
  for (const { slug, folder } of findSpecs('specs'))
    for (const locale of locales.filter((each) => each !== sourceLocale))
      test(`${slug}, ${locale}: changes every text, and nothing else`, async () => {
        const [written, translated] = [await loadApi(folder), await loadApi(folder, locale)];
        assert.deepEqual(translated.faults, []);
        assert.deepEqual(
          translated.operations.map(({ id, path, method }) => [id, path, method]),
          written.operations.map(({ id, path, method }) => [id, path, method]),
        );
        const [before, after] = [textsOf(written.document), textsOf(translated.document)];
        assert.deepEqual([...after.keys()].sort(), [...before.keys()].sort());
        // Short ones may be alike in languages that are neighbours.
        const long = [...before].filter(([, text]) => text.length > 40);
        assert.ok(long.length > 10);
        assert.deepEqual(
          long.filter(([place, text]) => after.get(place) === text).map(([place]) => place),
          [],
          `these have no text in overlay.${locale}.yaml`,
        );
      });

  test('is told of by whoever reads the document as it was written, and is not read for another language', async () => {
    const folder = writeSpec('openapi: 3.1.0\ninfo: {title: A, version: "1"}\npaths: {}\n', {
      'overlay.es.yaml': 'actions: 7',
    });
    const files = async (locale?: Locale) => (await loadApi(folder, locale)).faults.map(({ file }) => basename(file));
    assert.deepEqual(await files(), ['overlay.es.yaml']);
    assert.deepEqual(await files('es'), ['overlay.es.yaml']);
    assert.deepEqual(await files('en'), []);
  });

  test('may be that of the portal’s first language, where the document is written in another', async () => {
    const overlay = `overlay: 1.0.0\ninfo: {title: T, version: "1"}\nactions: [{target: $.info, update: {title: Trens}}]\n`;
    const folder = writeSpec('openapi: 3.1.0\ninfo: {title: Trains, version: "1"}\npaths: {}\n', {
      'overlay.pt-BR.yaml': overlay,
    });
    const titles = [await loadApi(folder), await loadApi(folder, 'pt-BR'), await loadApi(folder, 'en')];
    assert.deepEqual(
      titles.map(({ title }) => title),
      ['Trains', 'Trens', 'Trains'],
    );
  });
});
