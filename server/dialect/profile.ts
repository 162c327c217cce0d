import type { Caching } from './caching/caching.ts';
import type { ErrorFormat } from './errors/error-format.ts';
import type { EventFormat, EventRules } from './events.ts';
import type { FieldSelection } from './fields/field-selection.ts';
import type { Filters } from './filters/condition.ts';
import type { Format } from './formats/format.ts';
import type { OperationHandler } from './handlers/operation-handler.ts';
import type { Idempotency } from './idempotency.ts';
import type { Lifecycle } from './lifecycle.ts';
import type { Limiter } from './limits/limiter.ts';
import type { LinkStyle } from './links/link-style.ts';
import type { Pager } from './pagination/pager.ts';
import type { Sort } from './sort/order.ts';

/** What an API's document cannot say: the conventions of its dialect, put together from the parts of this folder. */
export interface Profile {
  /** The body of every error; without it, the error schema that the document declares is filled. */
  errors?: ErrorFormat;
  /** How lists are paged; without it, the parameters of each list tell. */
  pagination?: Pager;
  /** Tells pages in a `Link` header too. */
  linkHeader?: boolean;
  /** How lists are filtered; without it, by the declared parameters that are named after a field. */
  filters?: Filters;
  /** How lists are sorted; without it, they come in the order of creation. */
  sort?: Sort;
  /** How some fields of records are asked for; without it, records come whole. */
  fields?: FieldSelection;
  /** How many requests a workspace may send; without it, as many as it likes. */
  limits?: Limiter;
  /** How a request is sent again without being done twice; without it, each request is done. */
  idempotency?: Idempotency;
  /** How long answers hold, and their entity tags; without it, nothing is told of either. */
  caching?: Caching;
  /** Rules of single stores, by the store's name (the last word of its collection's path). */
  resources?: Record<string, ResourceRules>;
  /** Paths that show the first record of a store: `{'/company': 'companies'}`. */
  mainRecords?: Record<string, string>;
  /** What bodies and answers may be besides JSON: `[form, xml]`, chosen by Content-Type and Accept. */
  formats?: Format[];
  /** How records show what they lead to. */
  links?: LinkStyle;
  /** The body in which events are told; without it, `{"type", "created_at", "data"}`. */
  events?: EventFormat;
  /** Operations whose behaviour is this API's own, by operationId. */
  handlers?: Record<string, OperationHandler>;
}

export interface ResourceRules {
  /** How this store's lists are paged, where they differ from the API's others. */
  pagination?: Pager;
  /** What ids begin with: `cus_`. */
  idPrefix?: string;
  /** Fields whose value no two records of the store share; a second one answers 409. */
  unique?: string[];
  /** Fields that hold the id of a record of another store; a missing one is an invalid field. */
  references?: Record<string, string>;
  /** Properties that show the record which a reference names, as it was when it was named: `{customer: 'customer_id'}`. */
  embeds?: Record<string, string>;
  /** What DELETE changes instead of removing: `{status: 'inactive'}`. */
  onDelete?: Record<string, unknown>;
  /** What its records go through by themselves, and when DELETE may cancel them. */
  lifecycle?: Lifecycle;
  /** Which events its records cause. */
  events?: EventRules;
}

/** Gives a profile its type; written in `specs/<slug>/sandbox.ts` as `export const profile = defineProfile({…})`. */
export function defineProfile(profile: Profile): Profile {
  return profile;
}
