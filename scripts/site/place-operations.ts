import type { Operation } from '../../server/openapi/operations.ts';
import type { ServedApi } from '../../server/plan/served-api.ts';
import type { Locale } from '../../server/settings/languages.ts';
import type { OperationData } from '../../src/documents/operation-data.ts';
import type { ApiText, LoadedApi } from './load-apis.ts';
import { listSections } from './tag-sections.ts';

/** What an operation's page tells of where it is among others. */
type Placed = Pick<OperationData, 'section' | 'isList'>;

/** Returns the place of an operation of a text; see `placeOperations`. */
export type PlaceOperations = (api: LoadedApi, text: ApiText, locale: Locale) => (operation: Operation) => Placed;

/** Tells of an operation in which section it is listed, and whether it lists. */
export function placeOperations(served: ReadonlyMap<string, ServedApi>): PlaceOperations {
  return ({ slug }, text, locale) => {
    const sections = new Map(
      listSections(text, locale)
        .reverse()
        .flatMap(({ id, label, operations }) => operations.map((each) => [each.slug, { id, label }] as const)),
    );
    const lists = new Set(
      [...(served.get(slug)?.plan.operations.values() ?? [])]
        .filter(({ role }) => role === 'list')
        .map(({ operation }) => operation.id),
    );
    return (operation) => {
      const section = sections.get(operation.slug);
      return { ...(section && { section }), ...(lists.has(operation.id) && { isList: true }) };
    };
  };
}
