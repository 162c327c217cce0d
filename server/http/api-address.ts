import type { IncomingMessage } from 'node:http';
import type { Context } from '../context.ts';
import { pathBelow } from './find-api.ts';

/** An address that an API has to itself, where all paths are those of its vendor: a host name, or a port. */
export interface ApiAddress {
  slug: string;
  /** As links in responses have it: `http://shop.localhost:3000`. */
  origin: string;
  /** Where the portal itself serves the API, without a trailing slash. */
  place: string;
  /** The paths of its document's servers, below which it answers, too: that of the first server first. */
  paths: string[];
}

/** Addresses by host name, in lower case, and by the port of this process. */
export interface ApiAddresses {
  byHost: ReadonlyMap<string, ApiAddress>;
  byPort: ReadonlyMap<number, ApiAddress>;
}

/** What of a request tells the address that it was sent to. */
export type Sent = Pick<IncomingMessage, 'url' | 'headers'> & { originalUrl?: string; socket: { localPort?: number } };

/**
 * The address of an API by which a request came. Names are compared with those that the portal has, and never taken over: a request
 * to any other host is one to the portal. A target with a host goes before the header (RFC 9112, 3.2.2).
 */
export function findApiAddress({ apiAddresses }: Pick<Context, 'apiAddresses'>, sent: Sent): ApiAddress | undefined {
  const { byHost, byPort } = apiAddresses;
  const [, authority = sent.headers.host ?? ''] = /^https?:\/\/([^/?]*)/i.exec(targetOf(sent)) ?? [];
  const name = authority.replace(/\.?(:\d*)?$/, '').toLowerCase();
  return byHost.get(name) ?? byPort.get(sent.socket.localPort ?? 0);
}

/** The path and query that a request was sent to, without the host that proxies may put before them. */
export function pathOfTarget(sent: Sent): string {
  const target = targetOf(sent);
  return target.startsWith('/') ? target : target.replace(/^https?:\/\/[^/?]*/i, '').replace(/^(?=\?|$)/, '/');
}

/** The address of the portal that stands for one of an API's own. */
export function placeAt({ place, ...address }: ApiAddress, url: string): string {
  return url.startsWith('/') ? place + url.slice(baseOf(address, url).length) : url;
}

/** The path of a server that a path begins with: the longest, or none. */
export function baseOf({ paths }: Pick<ApiAddress, 'paths'>, url: string): string {
  const [path = ''] = url.split('?', 1);
  const bases = paths.filter((base) => pathBelow(base, path) !== undefined);
  return bases.reduce((longest, base) => (base.length > longest.length ? base : longest), '');
}

/** Before Fastify has rewritten it, and after. */
function targetOf({ url = '/', originalUrl = url }: Sent): string {
  return originalUrl;
}
