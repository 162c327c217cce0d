import type { ApiDocument } from './load-api.ts';
import type { Operation } from './operations.ts';

/** A place besides this portal where an API answers: the provider's production, say. */
export interface OtherServer {
  /** A short name for files: `producao-brasil`. */
  name: string;
  url: string;
  description: string;
}

/** What the document says of the server that this portal stands for; nothing where it does not list it. */
export function findOwnServer({ document, basePath }: Pick<ApiDocument, 'document' | 'basePath'>) {
  return document.servers?.find(({ url }) => url.replace(/\/$/, '') === basePath);
}

/**
 * Below which address this portal serves an operation: its API's or, where the portal's own API gives a path a server on this
 * origin (`servers: [{ url: / }]`), below that. What other documents say of single paths is about other hosts.
 */
export function basePathOf(
  { isPlatform, basePath }: Pick<ApiDocument, 'isPlatform' | 'basePath'>,
  { servers }: Operation,
): string {
  const own = isPlatform ? servers?.find(({ url }) => url.startsWith('/')) : undefined;
  return own ? own.url.replace(/\/$/, '') : basePath;
}

/** Whether an operation is served beside its API, by routes of its own. */
export function isServedApart(api: Pick<ApiDocument, 'isPlatform' | 'basePath'>, operation: Operation): boolean {
  return basePathOf(api, operation) !== api.basePath;
}

/** The servers that a document lists besides this portal's; their names are the document's (`x-name`) or their description's. */
export function listOtherServers({ document }: Pick<ApiDocument, 'document'>): OtherServer[] {
  const taken = new Set<string>();
  return (document.servers ?? [])
    .filter(({ url }) => !url.startsWith('/'))
    .map((server) => {
      const { url, description = '' } = server;
      const base = plain(server['x-name'] ?? description) || 'server';
      const names = [base, ...Array.from({ length: taken.size + 1 }, (_, index) => `${base}-${index + 2}`)];
      const name = names.find((candidate) => !taken.has(candidate)) as string;
      taken.add(name);
      return { name, url, description };
    });
}

function plain(text: string): string {
  const letters = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return letters
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
}
