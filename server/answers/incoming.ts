import type { IncomingHttpHeaders } from 'node:http';

/** A request as it came in, before anything is known about it. */
export interface Incoming {
  id: string;
  method: string;
  /** The path as it was sent. */
  path: string;
  /** The path below the API's base path, with a slash at its start; undefined when it is not below it. */
  pathBelow?: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  body: Buffer | undefined;
  /** The whole address, as the caller sees it. */
  url: string;
  /** The caller's network address. */
  address: string;
}
