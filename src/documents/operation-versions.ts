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
  place: 'query' | 'header' | 'cookie' | 'body' | 'response' | 'status';
  /** The name of a parameter, the path of a field, or a status. */
  name: string;
  /** What is different, as it was and as it is; of what has come or gone, what it is. */
  before?: ChangeFacts;
  after?: ChangeFacts;
}

export interface ChangeFacts {
  type?: string;
  required?: boolean;
  /** The values of an enum. */
  values?: unknown[];
}
