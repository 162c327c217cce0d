/** What every result tells, whether the call succeeded or not. */
interface Answer {
  /** The request's id, for support; undefined if the API told none. */
  requestId?: string;
  /** For how many seconds the API asks to wait before the next request. */
  retryAfter?: number;
  /** The response's headers; empty without a response. */
  headers: Headers;
  /** The response itself; undefined if there was none. Its body has been read. */
  response?: Response;
}

export interface Success<Data, Status extends number = number, PageInfo = undefined> extends Answer {
  ok: true;
  status: Status;
  data: Data;
  error?: undefined;
  /** Where the page is in its list; undefined for operations that do not list. */
  page: PageInfo;
}

export interface Failed<Status extends number, Error> extends Answer {
  ok: false;
  /** The status of the response; 0 if there was none, or none that could be read. */
  status: Status;
  data?: undefined;
  error: Error;
  page?: undefined;
}

/** What went wrong where the API's own error is not known. */
export interface ClientError {
  /**
   * - `http`: the API answered with an error that its document does not describe
   * - `unreadable`: the response is not what its media type says, or an error came without the body that the document promises
   * - `network`: there was no response, or it broke off
   * - `timeout`: there was no response in time
   * - `aborted`: the request's signal ended it
   * - `request`: the request could not be made from its arguments; nothing was sent
   */
  kind: 'http' | 'unreadable' | 'network' | 'timeout' | 'aborted' | 'request';
  message: string;
  /** The status of the response, also where it was not readable; 0 if there was none. */
  status: number;
  /** The body of the response: JSON, else its text. */
  body?: unknown;
  /** The error that was caught. */
  cause?: unknown;
}

type Status3xx = 300 | 301 | 302 | 303 | 304 | 307 | 308;
type Status4xx =
  | (400 | 401 | 402 | 403 | 404 | 405 | 406 | 407 | 408 | 409 | 410 | 411 | 412 | 413 | 414 | 415 | 416 | 417 | 418)
  | (420 | 421 | 422 | 423 | 424 | 425 | 426 | 428 | 429 | 431 | 451 | 499);
type Status5xx = 500 | 501 | 502 | 503 | 504 | 505 | 506 | 507 | 508 | 510 | 511 | 520 | 521 | 522 | 523 | 524 | 599;

type Declared<Errors> = keyof Errors & number;

type ErrorOf<Errors, Range extends string> = Range extends keyof Errors
  ? Errors[Range]
  : 'default' extends keyof Errors
    ? Errors['default']
    : ClientError;

/** A failure of each status: with the API's own error where the document describes it, else with a `ClientError`. */
export type Failure<Errors = Record<never, never>> =
  | { [Status in Declared<Errors>]: Failed<Status, Errors[Status]> }[Declared<Errors>]
  | Failed<Exclude<Status3xx, Declared<Errors>>, ErrorOf<Errors, '3XX'>>
  | Failed<Exclude<Status4xx, Declared<Errors>>, ErrorOf<Errors, '4XX'>>
  | Failed<Exclude<Status5xx, Declared<Errors>>, ErrorOf<Errors, '5XX'>>
  | Failed<0, ClientError>;

/** What every call returns: `data`, or `error`. Nothing is thrown. */
export type Result<Data, Errors = Record<never, never>, Status extends number = number, PageInfo = undefined> =
  | Success<Data, Status, PageInfo>
  | Failure<Errors>;

/** A page of a list. What the API does not tell, and nothing implies, is undefined. */
export interface Page<Item = unknown, Request = unknown> {
  /** The records of the page, wherever the body has them. */
  items: Item[];
  /** The number of the page, from 1 in every API. */
  current?: number;
  /** How many pages there are. */
  pages?: number;
  /** How many records a page has. */
  perPage?: number;
  /** How many records the list has. */
  total?: number;
  /** The request for the next page, to be passed to the same operation; undefined on the last. */
  next?: Request;
}
