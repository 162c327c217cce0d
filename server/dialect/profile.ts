import type { ErrorFormat } from './errors/error-format.ts';
import type { Pager } from './pagination/pager.ts';

/** What an API's document cannot say: the conventions of its dialect, put together from the parts of this folder. */
export interface Profile {
  /** The body of every error; without it, the error schema that the document declares is filled. */
  errors?: ErrorFormat;
  /** How lists are paged; without it, the parameters of each list tell. */
  pagination?: Pager;
  /** Tells pages in a `Link` header too. */
  linkHeader?: boolean;
  /** Rules of single stores, by the store's name (the last word of its collection's path). */
  resources?: Record<string, ResourceRules>;
  /** Paths that show the first record of a store: `{'/company': 'companies'}`. */
  mainRecords?: Record<string, string>;
}

export interface ResourceRules {
  /** What ids begin with: `cus_`. */
  idPrefix?: string;
  /** Fields whose value no two records of the store share; a second one answers 409. */
  unique?: string[];
  /** Fields that hold the id of a record of another store; a missing one is an invalid field. */
  references?: Record<string, string>;
  /** What DELETE changes instead of removing: `{status: 'inactive'}`. */
  onDelete?: Record<string, unknown>;
}

/** Gives a profile its type; written in `specs/<slug>/sandbox.ts` as `export const profile = defineProfile({…})`. */
export function defineProfile(profile: Profile): Profile {
  return profile;
}
