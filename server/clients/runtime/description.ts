// How the generated files describe an API and its operations to the functions of this folder.

/** How a parameter is written, where it is not in the usual way (OpenAPI, Parameter Object). */
export interface Style {
  style?: string;
  explode?: boolean;
  allowReserved?: boolean;
  /** The value is written as JSON. */
  json?: true;
}

/** How a field of a form is written. */
export interface FieldStyle extends Style {
  contentType?: string;
}

export interface OperationDescription {
  method: string;
  /** Relative to the base URL: `customers/{customer_id}`. */
  path: string;
  /** The styles of parameters, by place and name: `query sort`. */
  styles?: Record<string, Style>;
  /** The media type of the body, if the request does not name another. */
  sends?: string;
  /** The styles of the fields of a form. */
  fields?: Record<string, FieldStyle>;
  /** The media type that is asked for, if the request does not name another. */
  accept?: string;
  /** The statuses of errors that have a body: `404`, `4XX`, `default`. */
  errors?: (number | string)[];
  /** The statuses of errors that are texts instead of JSON. */
  textErrors?: (number | string)[];
  /** The names of security schemes: one of the lists, all names of it. */
  security?: string[][];
  /** How the list tells its pages. */
  page?: PageDescription;
}

/** Where something stands in a body: the names of properties, from the outside. */
export type Place = string[];

/** How a list is asked for a page; the numbers and the size of its first page. */
export interface Turning {
  number?: string;
  /** The number of the first page. */
  first?: number;
  offset?: string;
  cursor?: string;
  size?: string;
  /** How many records a page has, if the request does not say. */
  byDefault?: number;
}

export type Told = 'current' | 'pages' | 'perPage' | 'total' | 'nextNumber' | 'more' | 'cursor' | 'nextUrl';

/** How a list tells its pages. */
export interface PageDescription {
  /** Where the records are in the body. */
  items: Place;
  /** The ways to ask for a page; the first, unless a request uses a parameter of another. */
  turn?: Turning[];
  headers?: Partial<Record<Told, string>>;
  body?: Partial<Record<Told, Place>>;
  /** The number of the first page, where the API tells numbers. */
  firstTold?: number;
  /** Other pages are linked in the header `Link`. */
  link?: true;
  /** The property whose value, in the last record, is the cursor of the next page. */
  lastId?: string;
}

export interface Scheme {
  type: 'basic' | 'bearer' | 'header' | 'query' | 'cookie';
  /** The name of the header, parameter or cookie. */
  name?: string;
  /** Where an OAuth client gets access tokens, relative to the base URL. */
  tokenUrl?: string;
}

export interface ApiDescription {
  baseUrl: string;
  schemes: Record<string, Scheme>;
  /** What operations without `security` of their own ask for. */
  security: string[][];
  /** The header with the request's id. */
  requestId: string;
  /** The headers that tell for how many seconds to wait. */
  retryAfter: string[];
}

/** The arguments of any operation. */
export interface AnyRequest {
  path?: Record<string, unknown>;
  query?: Record<string, unknown>;
  headers?: Record<string, unknown>;
  cookies?: Record<string, unknown>;
  body?: unknown;
  contentType?: string;
  accept?: string;
  signal?: AbortSignal;
  timeout?: number;
  extraQuery?: Record<string, unknown>;
  extraHeaders?: Record<string, string>;
}
