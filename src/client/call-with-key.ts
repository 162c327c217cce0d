import type { GuestKey } from './guest-key.ts';
import type { platformClient } from './platform-client.ts';
import { PlatformError } from './platform-error.ts';
import type { GuestKeyState } from './use-guest-key.ts';

/** What every operation of the generated client takes, whatever else it takes. */
interface PlatformOptions {
  client: ReturnType<typeof platformClient>;
  /** The key; without one, the session of this browser counts. */
  auth: string | undefined;
  headers: Record<string, string>;
  throwOnError: true;
}

/** One call of the generated client, as in `(options) => getWorkspace(options)`. */
export type PlatformOperation<Data> = (options: PlatformOptions) => Promise<{ data: Data }>;

/** Calls with the key of this browser. A key that is refused is replaced, once, for the server may have been emptied. */
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
