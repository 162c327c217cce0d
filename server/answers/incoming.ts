import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';

/** A request as received, before any processing. */
export interface Incoming {
  id: string;
  method: string;
  path: string;
  /** The path below the API's base path, with a leading slash; undefined if it is outside. */
  pathBelow?: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  body: Buffer | undefined;
  /** Instead of `body`, where the operation itself receives it, once the caller is known. */
  stream?: Readable;
  /** The full URL, as the caller sees it. */
  url: string;
  /** The API's address as the caller wrote it, without a trailing slash, where it is one that the API has to itself. */
  apiUrl?: string;
  /** The caller's IP address. */
  address: string;
}
