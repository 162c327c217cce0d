import { lookup as systemLookup } from 'node:dns/promises';
import { say } from '../../answers/say.ts';
import type { Texts } from '../../answers/texts.ts';
import { parseIp } from '../../net/ip-address.ts';
import { type AllowedHosts, isAllowedAddress, isAllowedName } from './allowed-hosts.ts';
import { whyBlocked } from './blocked-ranges.ts';

/** Resolves all addresses of a name. */
export type Lookup = (host: string) => Promise<string[]>;

export const lookupAll: Lookup = async (host) =>
  (await systemLookup(host, { all: true, verbatim: true })).map(({ address }) => address);

/** Thrown for a blocked address; the texts continue a sentence: `"url" points to …`. */
export class BlockedAddress extends Error {
  override name = 'BlockedAddress';
  readonly why: Texts;

  constructor(why: Texts) {
    super(`The URL ${why.en}.`);
    this.why = why;
  }
}

/** Parses the URL of an endpoint and refuses invalid ones, before any name is looked up. */
export function readTarget(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) throw new BlockedAddress(say('webhooks.no-http'));
  if (url.username || url.password) throw new BlockedAddress(say('webhooks.user-info'));
  if (url.hash) throw new BlockedAddress(say('webhooks.fragment'));
  if (!isUsualPort(portOf(url))) throw new BlockedAddress(say('webhooks.port', { port: portOf(url) }));
  return url;
}

/**
 * The address to connect to for a URL. All addresses of its host must be allowed, since the next look-up may return any of
 * them.
 */
export async function findTargetAddress(url: URL, allowed: AllowedHosts, lookup: Lookup): Promise<string> {
  const host = hostOf(url);
  const isAllowed = isAllowedName(allowed, host);
  const known = parseIp(host) ? host : isLocalName(host) && !isAllowed ? '127.0.0.1' : undefined;
  const addresses = known === undefined ? await lookup(host) : [known];
  if (!isAllowed) for (const address of addresses) checkAddress(address, host, allowed);
  const [first] = addresses;
  if (first === undefined) throw Object.assign(new Error(`${host} has no address.`), { code: 'ENOTFOUND' });
  return first;
}

/** Checks an endpoint's URL when it is saved: a name without an address may get one later. */
export async function checkTarget(text: string, allowed: AllowedHosts, lookup: Lookup): Promise<void> {
  const url = readTarget(text);
  await findTargetAddress(url, allowed, lookup).catch((error: unknown) => {
    if (error instanceof BlockedAddress) throw error;
  });
}

/** Whether a URL's host is not one that the operator has listed, by its name or its IP address. */
export function isExternal(url: URL, allowed: AllowedHosts): boolean {
  const host = hostOf(url);
  const address = parseIp(host);
  return !isAllowedName(allowed, host) && !(address && isAllowedAddress(allowed, address));
}

/** The host for look-up and connection: an IPv6 address without its brackets. */
export function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[(.*)\]$/, '$1');
}

export function portOf({ port, protocol }: URL): number {
  return port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port);
}

function checkAddress(text: string, host: string, allowed: AllowedHosts): void {
  const address = parseIp(text);
  if (address && isAllowedAddress(allowed, address)) return;
  const why = address ? whyBlocked(address) : say('webhooks.no-ip-address');
  if (!why) return;
  const named = text === host ? text : `${text} (${host})`;
  throw new BlockedAddress(say('webhooks.points-to', { named, why }));
}

/** Names of this machine, whatever a resolver returns (RFC 6761). */
function isLocalName(host: string): boolean {
  return /(^|\.)localhost\.?$/.test(host);
}

/** Below 1024 only the web's own ports; above, none that browsers block (WHATWG Fetch, bad ports). */
function isUsualPort(port: number): boolean {
  return port === 80 || port === 443 || (port >= 1024 && !badPorts.has(port));
}

const badPorts = new Set([
  1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
]);
