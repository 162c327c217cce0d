import { featuresOf } from '../settings/portal/features.ts';
import type { ConsoleTarget, PortalConfig } from '../settings/portal/portal-config.ts';
import type { ApiDocument } from './load-api.ts';
import { listOtherServers } from './servers.ts';

/** Where the console, the samples and the collection call an API. */
export interface ConsoleServer {
  /** In the words of the document or of the settings; a sandbox has none. */
  name: string;
  /** Without a trailing slash; of a sandbox, its path in this portal. */
  url: string;
  /** Whether it is the sandbox of this portal. */
  isOwn: boolean;
}

/**
 * The servers among which readers of an API choose, the usual one first; undefined where they are asked nothing, because there is only
 * its sandbox. Throws where the settings name a server that its document does not list.
 */
export function findConsoleServers(
  api: ApiDocument,
  settings: Pick<PortalConfig, 'features' | 'console'>,
): ConsoleServer[] | undefined {
  if (api.isPlatform) return undefined;
  const { sandbox } = featuresOf(settings);
  const { servers, apis = {} } = settings.console || {};
  const own = Object.hasOwn(apis, api.slug) ? apis[api.slug] : undefined;
  const targets = own ?? servers ?? [sandbox ? 'sandbox' : 'document'];
  if (targets.length === 1 && targets[0] === 'sandbox') return undefined;
  const found = targets.flatMap((target) => serversOf(api, target));
  // What is said of all APIs may be true of only some of them.
  const missing = targets.find((target) => serversOf(api, target).length === 0 && target !== 'document');
  if (missing !== undefined && (own || found.length === 0)) refuseName(api, String(missing));
  return found.filter(({ url }, index) => found.findIndex((other) => other.url === url) === index);
}

/** The address at which programs call an API first: that of its sandbox, unless the settings put another one before it. */
export function usualAddress(api: ApiDocument, publicUrl: string): string {
  const [first] = api.servers ?? [];
  return first && !first.isOwn ? first.url : publicUrl + api.basePath;
}

/** The origins that pages have to reach for the console, besides their own. */
export function originsOf(apis: Iterable<ApiDocument>): string[] {
  const urls = [...apis].flatMap(({ servers = [] }) => servers.filter(({ isOwn }) => !isOwn));
  return [...new Set(urls.map(({ url }) => new URL(url).origin))];
}

function serversOf(api: ApiDocument, target: ConsoleTarget): ConsoleServer[] {
  if (typeof target === 'object') {
    const name = typeof target.name === 'string' ? target.name : (Object.values(target.name)[0] ?? '');
    return [{ name, url: withoutSlash(target.url), isOwn: false }];
  }
  if (target === 'sandbox') return [{ name: '', url: api.basePath, isOwn: true }];
  const chosen = listServers(api).filter(({ id, name }) => ['document', id, name].includes(target));
  return chosen.map(({ name, url }) => ({ name, url: withoutSlash(url), isOwn: false }));
}

/** The servers of the document that a browser can call. */
function listServers(api: ApiDocument): { id: string; name: string; url: string }[] {
  return listOtherServers(api)
    .map(({ name, url, description }) => ({ id: name, name: description || name, url: fillVariables(api, url) }))
    .filter(({ url }) => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol));
}

function refuseName(api: ApiDocument, name: string): never {
  const ids = listServers(api).map(({ id }) => id);
  throw new Error(
    `cais.config.ts: console names the server "${name}". The document of ${api.slug} lists ${ids.join(', ') || 'none'}.`,
  );
}

/** Variables of a server's address have the values that the document gives them (OpenAPI 3.1, Server Variable Object). */
function fillVariables({ document }: ApiDocument, url: string): string {
  const variables = document.servers?.find((server) => server.url === url)?.variables ?? {};
  return url.replaceAll(/\{([^}]+)\}/g, (place, name) => variables[name]?.default ?? place);
}

function withoutSlash(url: string): string {
  return url.replace(/\/$/, '');
}
