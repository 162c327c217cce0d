import type { Server } from './document-types.ts';
import type { ApiDocument } from './load-api.ts';
import type { Operation } from './operations.ts';

/** A server of an API other than this portal, such as the provider's production. */
export interface OtherServer {
  /** A short name for use in file names: `producao-brasil`. */
  name: string;
  url: string;
  description: string;
  /** Its address as the document writes it, and the defaults of the variables in it. */
  template: string;
  variables: Record<string, string>;
}

/** The document's entry for the server that this portal provides; undefined if it is not listed. */
export function findOwnServer({ document, basePath }: Pick<ApiDocument, 'document' | 'basePath'>) {
  return document.servers?.find(({ url }) => url.replace(/\/$/, '') === basePath);
}

/**
 * The base path under which this portal serves an operation: its API's, or that of a server on this origin that the portal's own
 * API declares for a path (`servers: [{ url: / }]`). In other documents, servers of single paths mean other hosts.
 */
export function basePathOf(
  { isPlatform, basePath }: Pick<ApiDocument, 'isPlatform' | 'basePath'>,
  { servers }: Operation,
): string {
  const own = isPlatform ? servers?.find(({ url }) => url.startsWith('/')) : undefined;
  return own ? own.url.replace(/\/$/, '') : basePath;
}

/** Whether an operation is served outside its API's base path, by separate routes. */
export function isServedApart(api: Pick<ApiDocument, 'isPlatform' | 'basePath'>, operation: Operation): boolean {
  return basePathOf(api, operation) !== api.basePath;
}

/** The document's servers other than this portal, named by `x-name` or else by their description; names are unique. */
export function listOtherServers({ document }: Pick<ApiDocument, 'document'>): OtherServer[] {
  const taken = new Set<string>();
  return (document.servers ?? [])
    .filter(({ url }) => !url.startsWith('/'))
    .map((server) => {
      const { description = '' } = server;
      const url = filledUrl(server);
      const base = plain(server['x-name'] ?? description) || 'server';
      const names = [base, ...Array.from({ length: taken.size + 1 }, (_, index) => `${base}-${index + 2}`)];
      const name = names.find((candidate) => !taken.has(candidate)) as string;
      taken.add(name);
      const variables = Object.entries(server.variables ?? {}).filter(([each]) => server.url.includes(`{${each}}`));
      const defaults = variables.map(([each, { default: value }]): [string, string] => [each, String(value)]);
      return { name, url, description, template: server.url, variables: Object.fromEntries(defaults) };
    });
}

/** A server's address with the default of each of its variables. */
function filledUrl({ url, variables = {} }: Server): string {
  return url.replaceAll(/\{([^}]+)\}/g, (place, name: string) => variables[name]?.default ?? place);
}

function plain(text: string): string {
  const letters = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return letters
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
}
