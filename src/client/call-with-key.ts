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

/** Calls with this browser's key. After a 401 it tries once more; a second one is a `key-refused`, and the key stays. */
export async function callWithKey<Data>(
  { getKey, renewKey }: Pick<GuestKeyState, 'getKey' | 'renewKey'>,
  call: (secret: string) => Promise<{ data: Data }>,
): Promise<Data> {
  const key = await getKey();
  try {
    return (await call(key.secret)).data;
  } catch (error) {
    if (!isUnauthorized(error)) throw error;
  }
  try {
    const next = (await renewKey(key)) ?? key;
    return (await call(next.secret)).data;
  } catch (error) {
    throw isUnauthorized(error) ? new PlatformError('key-refused', error.message, error.response) : error;
  }
}

function isUnauthorized(error: unknown): error is PlatformError {
  return error instanceof PlatformError && error.status === 401;
}
