import type { Texts } from '../../answers/texts.ts';
import type { RecordBody } from '../record-body.ts';

/** A record, or the part of one that was sent. */
/** How the records of a store look in an older version. They are kept in the newest shape. */
export interface OlderShape {
  /** Turns what the older version sends, which may be a part of a record, into the newest shape. */
  up(sent: RecordBody): RecordBody;
  /** Shows a record of the newest shape as the older version has it. */
  down(record: RecordBody): RecordBody;
  /** Where the older version's fields are now, for filters and orders: `{valor: 'valor.quantia'}`. */
  fields?: Record<string, string>;
}

/** A version that still answers, and is to be left. */
export interface OlderVersion {
  /** Since when it is deprecated (ISO 8601). */
  deprecated: string;
  /** When it ends (ISO 8601). */
  sunset: string;
  /** The page of this portal that tells how to leave it: `/guides/versions`. */
  guide: string;
  /** Stores whose records look otherwise, by name; all others look the same in every version. */
  shapes?: Record<string, OlderShape>;
}

/** Several versions of one API over the same records. */
export interface Versions {
  /** How people call it. */
  name: Texts;
  newest: string;
  older: Record<string, OlderVersion>;
  /** The version that a path of the document speaks; undefined for a path that is of none. */
  find(path: string): string | undefined;
  /** The same path in another version. */
  translate(path: string, version: string): string;
}

/** The version is the highest segment of the path: `/v1/orders` and `/v2/orders` are one list, which v1 sees in its older shape. */
export function pathVersions({ newest, older }: Pick<Versions, 'newest' | 'older'>): Versions {
  const all = [newest, ...Object.keys(older)].join(', ');
  const find = (path: string): string | undefined => {
    const segment = path.split('/', 2)[1] ?? '';
    return segment === newest || Object.hasOwn(older, segment) ? segment : undefined;
  };
  return {
    name: {
      en: `in the path (${all})`,
      pt: `no endereço (${all})`,
    },
    newest,
    older,
    find,
    translate: (path, version) => {
      const own = find(path);
      return own === undefined ? path : `/${version}${path.slice(own.length + 1)}`;
    },
  };
}
