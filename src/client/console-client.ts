import { createOAuthClient, listOAuthClients, rotateOAuthClientSecret } from '../generated/platform/sdk.gen.ts';
import type { PlatformOperation } from './call-with-key.ts';

/** The OAuth client with which this tab requests tokens for the console. */
export interface ConsoleClient {
  id: string;
  secret: string;
  workspaceId: string;
}

const STORED = 'cais.console-client';
const CLIENT_NAME = 'Console';
const day = 86_400;

/** This tab's client, if it belongs to this workspace. */
export function findConsoleClient(storage: Storage, workspaceId: string): ConsoleClient | undefined {
  try {
    const client = JSON.parse(storage.getItem(STORED) ?? 'null') as ConsoleClient | null;
    return client?.workspaceId === workspaceId ? client : undefined;
  } catch {
    return undefined;
  }
}

/** Forgets a client whose secret is no longer valid. */
export function forgetConsoleClient(storage: Storage): void {
  storage.removeItem(STORED);
}

/**
 * Creates the console's client. A workspace has one for all tabs: each new tab rotates the secret, and the previous tab's secret
 * stays valid for one more day.
 */
export async function makeConsoleClient(
  storage: Storage,
  workspaceId: string,
  call: <Data>(operation: PlatformOperation<Data>) => Promise<Data>,
): Promise<ConsoleClient> {
  const { data } = await call((options) => listOAuthClients({ ...options, query: { limit: 100 } }));
  const former = data.find(({ name, environment }) => name === CLIENT_NAME && environment === 'test');
  const body = { name: CLIENT_NAME, environment: 'test' as const, scopes: ['*:read', '*:write'] };
  const { id, secret } = former
    ? {
        id: former.id,
        ...(await call((options) =>
          rotateOAuthClientSecret({
            ...options,
            path: { oauth_client_id: former.id },
            body: { overlap_seconds: day },
          }),
        )),
      }
    : await call((options) => createOAuthClient({ ...options, body }));
  const client = { id, secret, workspaceId };
  try {
    storage.setItem(STORED, JSON.stringify(client));
  } catch {}
  return client;
}
