import type { Texts } from '../answers/texts.ts';
import type { Pager } from '../dialect/pagination/pager.ts';
import type { Schema } from '../openapi/document-types.ts';
import type { Operation } from '../openapi/operations.ts';

export type Role =
  | 'list'
  | 'create'
  | 'read'
  | 'replace'
  | 'change'
  | 'delete'
  | 'read-singleton'
  | 'write-singleton'
  | 'act'
  | 'represent'
  | 'gone'
  | 'stateless';

/** What a family of paths keeps: one store, how its records are named, and what stands above it. */
export interface Resource {
  store: string;
  /** The property that holds a record's id; undefined when the id is in the path alone. */
  idKey?: string;
  idType: 'string' | 'integer';
  /** What ids have to be, by the record's property and by the path's parameter. */
  idSchema?: Schema;
  /** Where operations tell its ids (see `placeBelow`). Nowhere: whatever id a caller brings is that of a record. */
  toldAt?: Set<string>;
  /** Its records have an address that names nothing above them, and outlive what they are below. */
  standsAlone?: boolean;
  /** The path of one record, where the document has one. */
  itemPath?: string;
  /** The schema of one record, as the API answers it. */
  schema?: Schema;
}

/** The path parameters above a collection, outermost first, with the store that each is an id of (where one is known). */
export interface ParentStep {
  parameter: string;
  /** The literal before the parameter: `users` of `/users/{id}/orders`. */
  name: string;
  store?: string;
}

/** Where the list is in an answer: the answer itself (no `key`), or one of its properties. */
export interface ListShape {
  key?: string;
  /** The property around that one: `_embedded`. */
  within?: string;
  item?: Schema;
  schema: Schema;
}

/** The answer of an operation that goes well. */
export interface Success {
  status: number;
  mediaType?: string;
  schema?: Schema;
  /** The property that holds the record, where the answer wraps it (`{"data": {…}}`). */
  recordKey?: string;
}

/** What the sandbox understood of one operation, and why. */
export interface OperationPlan {
  operation: Operation;
  role: Role;
  resource?: Resource;
  parents: ParentStep[];
  /** The path parameter that is the record's id. */
  idParameter?: string;
  list?: ListShape;
  pager?: Pager;
  /** The answer tells of the pages in a `Link` header, too (RFC 8288). */
  linksPages?: boolean;
  /** Query parameters that keep records whose property of that name has that value: parameter → property. */
  filters: Record<string, string>;
  success: Success;
  /** The older version of the API that the path speaks; undefined for the newest. */
  version?: string;
  /** PUT makes the record when it is not there. */
  putCreates?: boolean;
  why: Texts[];
}

export interface ApiPlan {
  operations: Map<Operation, OperationPlan>;
  resources: Map<string, Resource>;
}
