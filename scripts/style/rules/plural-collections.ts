import { pointerOf } from '../../../server/openapi/faults.ts';
import { isCollection, pathsOf, segmentsOf } from '../collections.ts';
import type { StyleRule } from '../style-rule.ts';
import { isPlural } from '../words.ts';

/** `/customers/{id}`: a collection is named after its items, in the plural. */
export const pluralCollections: StyleRule = {
  name: 'plural-collections',
  requirement: 'Collections are named in the plural.',
  check: (api) =>
    [...new Set(pathsOf(api).flatMap(prefixesOf))]
      .filter((path) => isCollection(api, path) && !isPlural(segmentsOf(path).at(-1) ?? ''))
      .map((path) => ({
        subject: path,
        pointer: pointerOf(['paths', pathsOf(api).find((known) => `${known}/`.startsWith(`${path}/`)) ?? path]),
        message: `The collection ${path} is not named in the plural.`,
        remedy: 'Name it after its items, in the plural; a singleton has no id in its path.',
      })),
};

/** `/a/{b}/c` and its prefixes. */
function prefixesOf(path: string): string[] {
  const segments = segmentsOf(path);
  return segments.map((_, index) => `/${segments.slice(0, index + 1).join('/')}`);
}
