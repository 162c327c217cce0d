/** The versions of an operation, the newest first, and how this one differs from the one beside it. */
export interface OperationVersions {
  all: VersionRef[];
  /** Of an older version: since when, until when, and the address of the guide to the newer one. */
  older?: VersionEnd;
  /** What is different in the next newer version; of the newest one, since the one before. */
  changes?: VersionChanges;
}

export interface VersionRef {
  /** `v2`. */
  name: string;
  /** The address of its page; undefined for the version that is shown, and for one that does not have the operation. */
  to?: string;
  isCurrent: boolean;
  isOlder: boolean;
}

export interface VersionEnd {
  /** ISO 8601. */
  deprecated?: string;
  sunset?: string;
  guide?: string;
}

export interface VersionChanges {
  /** The names of the two versions. */
  from: string;
  to: string;
  changes: Change[];
  /** How many more there are. */
  others?: number;
}

/** A difference between two versions of an operation. */
export interface Change {
  kind: 'added' | 'removed' | 'changed';
  /** Where it is: `path`, `query`, `header`, `cookie`, `body`, `response`, `status`. */
  place: string;
  /** The name of a parameter, the path of a field, or a status. */
  name: string;
  /** What it was, and what it is now: types, and whether it is required. */
  before?: string[];
  after?: string[];
}
