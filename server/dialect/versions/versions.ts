import { say } from '../../answers/say.ts';
import type { OwnTexts } from '../../answers/texts.ts';
import type { RecordBody } from '../record-body.ts';

/** How the records of a store look in an older version; they are stored in the newest shape. */
export interface OlderShape {
  /** Converts a record, or part of one, from the older version to the newest shape. */
  up(sent: RecordBody): RecordBody;
  /** Converts a record from the newest shape to the older version. */
  down(record: RecordBody): RecordBody;
  /** Maps the older version's fields to the newest ones, for filters and sort orders: `{valor: 'valor.quantia'}`. */
  fields?: Record<string, string>;
}

/** A version that still works, but is deprecated. */
export interface OlderVersion {
  /** Since when it is deprecated (ISO 8601). */
  deprecated: string;
  /** When it ends (ISO 8601). */
  sunset: string;
  /** The migration guide on this portal: `/guides/versions`. */
  guide: string;
  /** The stores whose records look different, by name. */
  shapes?: Record<string, OlderShape>;
}

/** Several versions of one API over the same records. */
export interface Versions {
  /** A name for people. */
  name: OwnTexts;
  newest: string;
  older: Record<string, OlderVersion>;
  /** The version of a path in the document; undefined if it has none. */
  find(path: string): string | undefined;
  /** The same path in another version. */
  translate(path: string, version: string): string;
}

/** The older version that a path belongs to. */
export function findOlderVersion(versions: Versions, path: string): OlderVersion | undefined {
  return versions.older[versions.find(path) ?? ''];
}

/** The version is the first segment of the path: `/v1/orders` and `/v2/orders` are one list, in v1 with its older shape. */
export function pathVersions({ newest, older }: Pick<Versions, 'newest' | 'older'>): Versions {
  const all = [newest, ...Object.keys(older)].join(', ');
  const find = (path: string): string | undefined => {
    const segment = path.split('/', 2)[1] ?? '';
    return segment === newest || Object.hasOwn(older, segment) ? segment : undefined;
  };
  return {
    name: say('conventions.path-versions', { all }),
    newest,
    older,
    find,
    translate: (path, version) => {
      const own = find(path);
      return own === undefined ? path : `/${version}${path.slice(own.length + 1)}`;
    },
  };
}
