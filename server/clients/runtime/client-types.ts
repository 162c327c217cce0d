import type { Page, Result } from './result-types.ts';

/** A secret, or a function that gets it before each request. */
export type Secret = string | (() => string | Promise<string>);

/** HTTP Basic: user name and password, or only a user name. */
export type BasicCredentials = Secret | { username: string; password?: string };

/** An OAuth client: the client gets its access tokens, and renews them before they expire. */
export interface OAuthCredentials {
  clientId: string;
  clientSecret: string;
  /** Scopes, separated by spaces. */
  scope?: string;
}

export interface ClientOptions<Auth = Record<string, unknown>> {
  /** The credentials, by the names of the API's security schemes. */
  auth?: Auth | undefined;
  /** Where the API is; see `servers`. */
  baseUrl?: string | undefined;
  /** Headers that are sent with every request. */
  headers?: Record<string, string> | undefined;
  /** For how many milliseconds a request may take. */
  timeout?: number | undefined;
  /** Sends the requests instead of the global `fetch`. */
  fetch?: ((request: Request) => Promise<Response>) | undefined;
}

/** Made by `createClient`; the first argument of every operation. */
export interface Client {
  readonly baseUrl: string;
  /** @internal */
  readonly send: (operation: never, request: never) => Promise<never>;
}

/** What every request may have besides its parameters and its body. */
export interface RequestOptions {
  /** Ends the request when it is aborted. */
  signal?: AbortSignal;
  /** For how many milliseconds this request may take. */
  timeout?: number;
  /** Query parameters that the document does not name, such as filters by any field. */
  extraQuery?: Record<string, string | number | boolean | readonly (string | number | boolean)[]>;
  /** Headers that the document does not name. */
  extraHeaders?: Record<string, string>;
}

/** Files and other bytes. */
export type Binary = Blob | ArrayBuffer | Uint8Array<ArrayBuffer>;

/** Arguments are optional where no parameter and no body is required. */
type Arguments<Request, Accept = unknown> =
  Record<never, never> extends Request ? [request?: Request & Accept] : [request: Request & Accept];

/** Calls the API once. */
export type Operation<Request, Data, Errors, Status extends number> = (
  client: Client,
  ...request: Arguments<Request>
) => Promise<Result<Data, Errors, Status>>;

/** Calls the API once; `accept` chooses the media type of the data. */
export type NegotiatedOperation<Request, Content, Default extends keyof Content, Errors, Status extends number> = <
  Accept extends keyof Content = Default,
>(
  client: Client,
  ...request: Arguments<Request, { accept?: Accept }>
) => Promise<Result<Content[Accept], Errors, Status>>;

/** Calls the API for one page of a list; `pages`, `items` and `collect` go on to the last. */
export interface ListOperation<Request, Data, Item, Errors, Status extends number>
  extends Listing<Request, Data, Item, Errors, Status> {
  (client: Client, ...request: Arguments<Request>): Promise<Result<Data, Errors, Status, Page<Item, Request>>>;
}

/** Calls the API for one page of a list; `accept` chooses the media type of the data. */
export interface NegotiatedListOperation<
  Request,
  Content,
  Default extends keyof Content,
  Item,
  Errors,
  Status extends number,
> extends Listing<Request, Content[Default], Item, Errors, Status> {
  <Accept extends keyof Content = Default>(
    client: Client,
    ...request: Arguments<Request, { accept?: Accept }>
  ): Promise<Result<Content[Accept], Errors, Status, Page<Item, Request & { accept?: Accept }>>>;
}

/** What `pages`, `items` and `collect` take; only the compiler reads what it says. */
export interface Listing<Request, Data, Item, Errors, Status extends number> {
  readonly '~list'?: { request: Request; data: Data; item: Item; errors: Errors; status: Status };
}

/**
 * The pages of a list, one result after the other, from the page that the request asks for. A failure is the last result.
 */
export type Pages = <Request, Data, Item, Errors, Status extends number>(
  client: Client,
  list: Listing<Request, Data, Item, Errors, Status>,
  ...request: Arguments<Request>
) => AsyncGenerator<Result<Data, Errors, Status, Page<Item, Request>>, void, undefined>;

/** The records of all pages, each as the `data` of a result. A failure is the last result. */
export type Items = <Request, Data, Item, Errors, Status extends number>(
  client: Client,
  list: Listing<Request, Data, Item, Errors, Status>,
  ...request: Arguments<Request>
) => AsyncGenerator<Result<Item, Errors, Status, Page<Item, Request>>, void, undefined>;

/** The records of all pages in one result, or the failure that kept a page from being read. */
export type Collect = <Request, Data, Item, Errors, Status extends number>(
  client: Client,
  list: Listing<Request, Data, Item, Errors, Status>,
  ...request: Arguments<Request>
) => Promise<Result<Item[], Errors, Status, Page<Item, Request>>>;
