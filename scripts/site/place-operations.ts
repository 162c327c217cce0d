import type { FaultBook } from '../../server/openapi/isolation/fault-book.ts';
import type { Operation } from '../../server/openapi/operations.ts';
import type { ServedApi } from '../../server/plan/served-api.ts';
import type { Locale } from '../../server/settings/languages.ts';
import type { OperationData } from '../../src/documents/operation-data.ts';
import type { ApiText, LoadedApi } from './load-apis.ts';
import { listSections } from './tag-sections.ts';
import type { Versions } from './versions/find-versions.ts';
import { tellVersions } from './versions/operation-versions.ts';

/** What an operation's page tells of where it is among others. */
type Placed = Pick<OperationData, 'section' | 'isList' | 'versions'>;

/** Returns what is told of the operations of a text; see `placeOperations`. */
export type PlaceOperations = (api: LoadedApi, text: ApiText, locale: Locale) => (operation: Operation) => Placed;

/** Tells of an operation in which section it is listed, whether it lists, and which versions of it there are. */
export function placeOperations(
  versions: Versions,
  served: ReadonlyMap<string, ServedApi>,
  faults: FaultBook,
): PlaceOperations {
  const versionsOf = tellVersions(versions, served, faults);
  return (api, text, locale) => {
    const sections = new Map(
      listSections(text, locale)
        .reverse()
        .flatMap(({ id, label, operations }) => operations.map((each) => [each.slug, { id, label }] as const)),
    );
    const lists = new Set(
      [...(served.get(api.slug)?.plan.operations.values() ?? [])]
        .filter(({ role }) => role === 'list')
        .map(({ operation }) => operation.id),
    );
    const own = new Map(api.own.operations.map((operation) => [operation.slug, operation]));
    return ({ slug, id }) => {
      const section = sections.get(slug);
      const operation = own.get(slug);
      const all = operation && versionsOf(api, operation);
      return {
        ...(section && { section }),
        ...(lists.has(id) && { isList: true }),
        ...(all && { versions: all }),
      };
    };
  };
}
