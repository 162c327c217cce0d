import type { RefusalCode } from '../answers/refusal-statuses.ts';
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

/** The conventions of an API that its document cannot express, composed from the parts in this folder. */
export interface Profile {
  /** Who may call, by role in the workspace. Default: anyone whose key has the scope. */
  access?: AccessRule;
  /** The body of every error. Default: made from the error schema that the document declares. */
  errors?: ErrorFormat;
  /** Statuses of refusals that differ in this API: `{invalid_fields: 400}`. */
  statuses?: Partial<Record<RefusalCode, number>>;
  /** How creation and change times are written. Default: UTC. */
  times?: TimeFormat;
  /** The versions of the API. Default: paths of different versions are unrelated. */
  versions?: Versions;
  /** How lists are paged. Default: inferred from each list's parameters. */
  pagination?: Pager;
  /** The body around the records of a page. Default: inferred from the property names of the list's schema. */
  pageBody?: PageBody;
  /** Sends page links in a `Link` header, too. Default: if the document declares that header. */
  linkHeader?: boolean;
  /** How lists are filtered. Default: by declared parameters with the name of a field. */
  filters?: Filters;
  /** How lists are sorted. Default: by creation. */
  sort?: Sort;
  /** How lists can be synced by last change. Default: not possible. */
  lastChange?: LastChange;
  /** How callers select fields. Default: records are always complete. */
  fields?: FieldSelection;
  /** How many requests a workspace may send. Default: no limit. */
  limits?: Limiter;
  /** How a request can be retried without being executed twice. Default: every request is executed. */
  idempotency?: Idempotency;
  /** Cache lifetimes and entity tags. Default: neither is sent. */
  caching?: Caching;
  /** `false` stops callers from simulating errors, delays and broken connections (`Prefer: code=503, wait=2`). */
  simulation?: false;
  /** Rules per store, by its name (the last literal of its collection's path). */
  resources?: Record<string, ResourceRules>;
  /** Paths that return the first record of a store: `{'/company': 'companies'}`. */
  mainRecords?: Record<string, string>;
  /** Formats of requests and responses besides JSON: `[form, xml]`, chosen by Content-Type and Accept. */
  formats?: Format[];
  /** Whether bodies must declare `charset=utf-8`. */
  charsetRequired?: boolean;
  /** How records show links. */
  links?: LinkStyle;
  /** The body of events. Default: `{"type", "created_at", "data"}`. */
  events?: EventFormat;
  /** Handlers of operations with custom behaviour, by operationId. */
  handlers?: Record<string, OperationHandler>;
}

export interface ResourceRules {
  /** How this store's lists are paged, if different from the API's others. */
  pagination?: Pager;
  /** The prefix of ids: `cus_`. */
  idPrefix?: string;
  /** Fields with unique values in the store; a duplicate is refused with 409. */
  unique?: string[];
  /** Fields with the id of a record in another store (`items.product_id` in a list); an unknown id is an invalid field. */
  references?: Record<string, string>;
  /** Properties that embed a referenced record, as it was when the reference was set: `{customer: 'customer_id'}`. */
  embeds?: Record<string, string>;
  /** Computes properties from the rest of a record at each change, such as a total. */
  derive?: Derive;
  /** The properties that DELETE sets instead of removing the record: `{status: 'inactive'}`. */
  onDelete?: Record<string, unknown>;
  /** The automatic state changes of its records, and when DELETE may cancel them. */
  lifecycle?: Lifecycle;
  /** The actions that each state allows: the links of a record, and 412 for any other action. */
  actions?: Actions;
  /** Operations by link name, in addition to the links that follow from paths: `{update: 'updatePayable'}`. */
  links?: Record<string, string>;
  /** Ids that belong to someone else: they exist, but they and everything below are refused with 403. */
  foreign?: string[];
  /** The events that its records cause. */
  events?: EventRules;
}

/** Completes a record before it is stored; `find` looks up other records. */
export type Derive = (record: RecordBody, find: Find) => Promise<RecordBody>;

/** Finds a record of another store. */
export type Find = (store: string, id: unknown) => Promise<RecordBody | undefined>;

/** Gives a profile its type; written in `specs/<slug>/sandbox.ts` as `export const profile = defineProfile({…})`. */
export function defineProfile(profile: Profile): Profile {
  return profile;
}
