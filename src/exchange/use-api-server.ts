import { useSyncExternalStore } from 'react';
import type { OperationData } from '../documents/operation-data.ts';
import type { ApiServer } from '../documents/operation-means.ts';
import { browserStorage } from '../ui/browser-storage.ts';
import { useOrigin } from '../ui/use-origin.ts';

const STORED = 'cais.servers';
const listeners = new Set<() => void>();

type CalledApi = Pick<OperationData['api'], 'slug' | 'basePath' | 'servers'>;

export interface ChosenServer {
  /** All that the reader may choose; an API without any is not called. */
  servers: ApiServer[];
  server: ApiServer | undefined;
  /** Where it is, without a trailing slash; empty where there is none. */
  address: string;
  choose: (url: string) => void;
}

/** The server that the reader has chosen for an API, in this browser: the console calls it, and samples show it. */
export function useApiServer({ slug, basePath, servers: listed }: CalledApi): ChosenServer {
  const origin = useOrigin();
  const chosen = useSyncExternalStore(listen, () => readChosen()[slug], noServer);
  const servers = serversOf({ basePath, servers: listed });
  const server = servers.find(({ url }) => url === chosen) ?? servers[0];
  const address = !server ? '' : server.isOwn ? origin + server.url : server.url;
  return { servers, server, address, choose: (url) => store({ ...readChosen(), [slug]: url }) };
}

function serversOf({ basePath, servers }: Omit<CalledApi, 'slug'>): ApiServer[] {
  return servers ?? [{ name: '', url: basePath, isOwn: true }];
}

/** Whether there is a server to call; unlike the server itself, it is the same in the HTML and in the browser. */
export function isCallable(api: CalledApi): boolean {
  return serversOf(api).length > 0;
}

/** The operation as the server of a provider has it: below its address, and with credentials only where the document asks for them. */
export function operationAt(operation: OperationData, server: ApiServer | undefined): OperationData {
  if (!server || server.isOwn) return operation;
  const { api, security } = operation;
  return {
    ...operation,
    api: { ...api, basePath: '' },
    security: security.length > 0 ? security.map((all) => all.filter(isTyped).map(asTyped)) : [[]],
  };
}

/** A certificate is shown before the request is. */
function isTyped({ type }: OperationData['security'][number][number]): boolean {
  return type !== 'mutualTLS';
}

/** A name and its password are typed as one, with a colon between, like the id and the secret of a client. */
function asTyped(scheme: OperationData['security'][number][number]) {
  return scheme.type === 'http' && scheme.scheme === 'basic'
    ? { ...scheme, credential: 'oauth_client' as const }
    : scheme;
}

function readChosen(): Record<string, string> {
  try {
    return JSON.parse(browserStorage().getItem(STORED) ?? '{}');
  } catch {
    return {};
  }
}

function store(chosen: Record<string, string>): void {
  browserStorage().setItem(STORED, JSON.stringify(chosen));
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

function noServer(): undefined {
  return undefined;
}
