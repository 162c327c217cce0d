import type { GuestKey } from './guest-key.ts';
import type { platformClient } from './platform-client.ts';
import { PlatformError } from './platform-error.ts';
import type { GuestKeyState } from './use-guest-key.ts';

/** Options common to all operations of the generated client. */
interface PlatformOptions {
  client: ReturnType<typeof platformClient>;
  /** The key; if undefined, the session cookie authenticates. */
  auth: string | undefined;
  headers: Record<string, string>;
  throwOnError: true;
}

/** A call of the generated client, as in `(options) => getWorkspace(options)`. */
export type PlatformOperation<Data> = (options: PlatformOptions) => Promise<{ data: Data }>;

/** Calls with this browser's key. A rejected key is replaced once: the server's data may have been deleted. */
export async function callWithKey<Data>(
  { getKey, renewKey }: Pick<GuestKeyState, 'getKey' | 'renewKey'>,
  call: (secret: string) => Promise<{ data: Data }>,
): Promise<Data> {
  const key: GuestKey = await getKey();
  try {
    return (await call(key.secret)).data;
  } catch (error) {
    if (!(error instanceof PlatformError) || error.status !== 401) throw error;
    return (await call((await renewKey(key)).secret)).data;
  }
}
