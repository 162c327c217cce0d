import type { Texts } from '../answers/texts.ts';
import type { Idempotency } from '../dialect/idempotency.ts';
import type { Pager } from '../dialect/pagination/pager.ts';
import type { MediaType, Schema } from '../openapi/document-types.ts';
import type { Operation } from '../openapi/operations.ts';
import type { RangeFilter } from './infer-ranges.ts';

export type Role =
  | 'list'
  | 'count'
  | 'create'
  | 'read'
  | 'replace'
  | 'change'
  | 'delete'
  | 'read-singleton'
  | 'write-singleton'
  | 'delete-singleton'
  | 'write-many'
  | 'delete-many'
  | 'act'
  | 'represent'
  | 'keep'
  | 'gone'
  | 'stateless';

/** The store behind a family of paths, and how its records are identified. */
export interface Resource {
  store: string;
  /** The property that holds a record's id; undefined if the id is only in the path. */
  idKey?: string;
  idType: 'string' | 'integer';
  /** The schema of ids, from the record's property and the path's parameter. */
  idSchema?: Schema;
  /** The places (see `placeBelow`) where operations reveal its ids. If empty, any id that a caller sends is assumed to exist. */
  discoverableAt?: Set<string>;
  /** Its records have an address without parents, and outlive their parents. */
  standsAlone?: boolean;
  /** Its ids are days, and nobody creates its records: there is one for each day. */
  isOfDays?: boolean;
  /** By what they say in whose path they are, where they are created at a path without that: `owner` of `/repos/{owner}/{repo}`. */
  placedBy?: ParentLink[];
  /** Properties that no schema has: by them its records name others. */
  hidden?: string[];
  /** The path of a single record, if the document has one. */
  itemPath?: string;
  /** The schema of a record in responses. */
  schema?: Schema;
  /** Nothing shows its records, which are what callers sent: it has no examples, and nothing points at them. */
  isUnread?: boolean;
}

/** A path parameter above a collection, and the store whose id it is, if known. */
export interface ParentStep {
  parameter: string;
  /** The literal before the parameter: `users` of `/users/{id}/orders`. */
  name: string;
  store?: string;
  /** Whether every operation names it in its query or body, and none in its path. */
  isAsked?: boolean;
}

/** How records of one kind at several addresses name a record above them in a path. */
export interface ParentLink {
  parameter: string;
  /** The property with its id. */
  property: string;
  /** The id in the object, or in the objects, that the property shows. */
  key?: string;
  isList?: boolean;
  /** Whether the record above has the ids of these instead. */
  isAbove?: boolean;
  /** Whether no schema has the property: it is never shown. */
  isHidden?: boolean;
}

/** Where the list is in a response: the body itself (no `key`), or one of its properties. */
export interface ListShape {
  key?: string;
  /** The property that wraps `key`: `_embedded`. */
  within?: string;
  item?: Schema;
  schema: Schema;
}

/** The way to a record in a body: `['data']` of `{"data": {…}}`, `['result', 'items', '0']` of the first of a list. */
export type RecordPlace = string[];

/** An operation's success response. */
export interface Success {
  status: number;
  mediaType?: string;
  schema?: Schema;
  /** All media types of the response. */
  content?: Record<string, MediaType>;
  /** The media type that it is sent as, where a stream of records is planned as the list of them, in JSON. */
  sentAs?: string;
  /** Whether its schema is not the document's, but what its example or its path says. */
  isInferred?: boolean;
  /** Where the record is, if the response wraps it. */
  recordAt?: RecordPlace;
}

/** How the sandbox interprets an operation, and why. */
export interface OperationPlan {
  operation: Operation;
  role: Role;
  resource?: Resource;
  parents: ParentStep[];
  /** All steps of the path, where its records are kept at another address that has fewer. */
  steps?: ParentStep[];
  /** How its records name those of the path. */
  links?: ParentLink[];
  /** The path of one of the records that it creates, where they are read at the same place. */
  itemPath?: string;
  /** The path parameter that is the record's id. */
  idParameter?: string;
  /** The verb of a DELETE that ends a record, and removes none: `cancels`. */
  endsBy?: string;
  /** Where the record's id is, if it is not in the path. */
  idFrom?: { in: 'query' | 'body'; name: string; prefix?: string };
  /** The token that a creation answers with, by which callers name the record. */
  token?: RecordToken | undefined;
  /** Where the records are that it writes, or the ids of those that it removes; without it, it removes all. */
  many?: ManyPlan;
  /** The list of ids in the record to which it adds that of a parameter, or from which it takes it. */
  joins?: { property: string; parameter: string; store?: string | undefined; does: 'join' | 'leave' };
  /** It reads, or keeps, the record of its place that was created first: `/me`. */
  isFirst?: boolean;
  /** It reads the record of its place that was created last. */
  isNewest?: boolean;
  list?: ListShape;
  /** Where it lists records of several stores: those of each that name the record above. */
  several?: ListOfStore[];
  /** The way to the number in the answer of a count. */
  countAt?: string[];
  /** Path parameters that filter by equality: parameter → property. */
  pathFilters?: Record<string, string>;
  pager?: Pager;
  /** The header that filters it in JSON, of which only the text of the document tells. */
  toldFilter?: string;
  /** Its list begins with the record that was created last. */
  newestFirst?: boolean;
  /** The response also links pages in a `Link` header (RFC 8288). */
  linksPages?: boolean;
  /** How it is retried without being executed twice, where it declares a header for that. */
  idempotency?: Idempotency;
  /** Query parameters that filter by equality: parameter → property. */
  filters: Record<string, string>;
  /** Query parameters that bound a property. */
  ranges?: RangeFilter[];
  success: Success;
  /** The older version of the API that the path belongs to; undefined for the newest. */
  version?: string;
  /** PUT creates the record if it does not exist. */
  putCreates?: boolean;
  why: Texts[];
}

/** The part of a list that one of several stores has. */
export interface ListOfStore {
  resource: Resource;
  /** The dotted name of the property that names the record above. */
  property: string;
  /** The schema by which such a record is listed. */
  item: Schema;
}

/** A secret that names a record: the property that has it, and what stands before the id in it. */
export interface RecordToken {
  name: string;
  prefix: string;
}

/** A list of records or ids in a request. */
export interface ManyPlan {
  in: 'query' | 'body';
  /** The parameter or the property; undefined where the body is the list. */
  key?: string;
  /** Whether they are all that is left, only change what is there, or are created where they are not. */
  does?: 'replace' | 'change' | 'write';
}

export interface ApiPlan {
  operations: Map<Operation, OperationPlan>;
  resources: Map<string, Resource>;
}
