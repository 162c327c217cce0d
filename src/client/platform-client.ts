import { createClient, createConfig } from '../generated/platform/client/index.ts';
import { client as documented } from '../generated/platform/client.gen.ts';
import { toPlatformError } from './platform-error.ts';

const clients = new Map<string, ReturnType<typeof createClient>>();

/** The platform API client for the server at this origin; its errors are PlatformErrors. */
export function platformClient(serverUrl: string): ReturnType<typeof createClient> {
  let client = clients.get(serverUrl);
  if (!client) {
    client = createClient(
      createConfig({ baseUrl: `${serverUrl}${documented.getConfig().baseUrl ?? ''}`, credentials: 'same-origin' }),
    );
    client.interceptors.error.use(toPlatformError);
    clients.set(serverUrl, client);
  }
  return client;
}
