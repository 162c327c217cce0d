import type { RefusalCode } from '../answers/refusal-kinds.ts';
import type { AccessRule } from './access.ts';
import type { Actions } from './actions.ts';
import type { Caching } from './caching/caching.ts';
import type { ErrorFormat } from './errors/error-format.ts';
import type { EventFormat, EventRules } from './events.ts';
import type { FieldSelection } from './fields/field-selection.ts';
import type { Filters } from './filters/condition.ts';
import type { Format } from './formats/format.ts';
import type { OperationHandler } from './handlers/operation-handler.ts';
import type { Idempotency } from './idempotency.ts';
import type { LastChange } from './last-change.ts';
import type { Lifecycle } from './lifecycle.ts';
import type { Limiter } from './limits/limiter.ts';
import type { LinkStyle } from './links/link-style.ts';
import type { PageBody } from './pagination/page-body.ts';
import type { Pager } from './pagination/pager.ts';
import type { RecordBody } from './record-body.ts';
import type { Sort } from './sort/order.ts';
import type { TimeFormat } from './times.ts';
import type { Versions } from './versions/versions.ts';

/** What an API's document cannot say: the conventions of its dialect, put together from the parts of this folder. */
export interface Profile {
  /** Who may call, by the role in the workspace; without it, everybody whose key has the scope. */
  access?: AccessRule;
  /** The body of every error; without it, the error schema that the document declares is filled. */
  errors?: ErrorFormat;
  /** Statuses of refusals where this API's are others: `{invalid_fields: 400}`. */
  statuses?: Partial<Record<RefusalCode, number>>;
  /** How times of creation and change are written; without it, in universal time. */
  times?: TimeFormat;
  /** Which versions of the API there are; without it, paths of two versions have nothing to do with each other. */
  versions?: Versions;
  /** How lists are paged; without it, the parameters of each list tell. */
  pagination?: Pager;
  /** What stands around the records of a page; without it, what the list's schema promises, by the names in it. */
  pageBody?: PageBody;
  /** Tells pages in a `Link` header too; without it, where the document declares one. */
  linkHeader?: boolean;
  /** How lists are filtered; without it, by the declared parameters that are named after a field. */
  filters?: Filters;
  /** How lists are sorted; without it, they come in the order of creation. */
  sort?: Sort;
  /** How lists are followed by when their records were last changed; without it, they cannot be. */
  lastChange?: LastChange;
  /** How some fields of records are asked for; without it, records come whole. */
  fields?: FieldSelection;
  /** How many requests a workspace may send; without it, as many as it likes. */
  limits?: Limiter;
  /** How a request is sent again without being done twice; without it, each request is done. */
  idempotency?: Idempotency;
  /** How long answers hold, and their entity tags; without it, nothing is told of either. */
  caching?: Caching;
  /** Callers may ask for errors, waits and broken connections (`Prefer: code=503, wait=2`); `false`: they may not. */
  simulation?: false;
  /** Rules of single stores, by the store's name (the last word of its collection's path). */
  resources?: Record<string, ResourceRules>;
  /** Paths that show the first record of a store: `{'/company': 'companies'}`. */
  mainRecords?: Record<string, string>;
  /** What bodies and answers may be besides JSON: `[form, xml]`, chosen by Content-Type and Accept. */
  formats?: Format[];
  /** Bodies have to say `charset=utf-8`; without it, that goes without saying. */
  charsetRequired?: boolean;
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
  /** Fields that hold the id of a record of another store (`items.product_id` in a list); a missing one is an invalid field. */
  references?: Record<string, string>;
  /** Properties that show the record which a reference names, as it was when it was named: `{customer: 'customer_id'}`. */
  embeds?: Record<string, string>;
  /** What follows from the rest of a record, worked out anew at each change: a total. */
  derive?: Derive;
  /** What DELETE changes instead of removing: `{status: 'inactive'}`. */
  onDelete?: Record<string, unknown>;
  /** What its records go through by themselves, and when DELETE may cancel them. */
  lifecycle?: Lifecycle;
  /** What may be done with its records in which state: their links, and the 412 of whoever follows another. */
  actions?: Actions;
  /** Links of its records besides those that the paths tell, by operationId: `{update: 'updatePayable'}`. */
  links?: Record<string, string>;
  /** Ids that are somebody else's: there, but refused with 403, and with them what lies below. */
  foreign?: string[];
  /** Which events its records cause. */
  events?: EventRules;
}

/** Completes a record that is about to be kept; `find` gives records that it may need to know. */
export type Derive = (record: RecordBody, find: Find) => Promise<RecordBody>;

/** Finds a record of another store. */
export type Find = (store: string, id: unknown) => Promise<RecordBody | undefined>;

/** Gives a profile its type; written in `specs/<slug>/sandbox.ts` as `export const profile = defineProfile({…})`. */
export function defineProfile(profile: Profile): Profile {
  return profile;
}
