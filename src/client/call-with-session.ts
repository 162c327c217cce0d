import { PlatformError } from './platform-error.ts';
import { storeSignedIn } from './signed-in.ts';

/** Calls as the person signed in; falls back to guest if the session has ended. */
export async function callWithSession<Data>(
  storage: Storage,
  call: () => Promise<{ data: Data }>,
  asGuest: () => Promise<Data>,
): Promise<Data> {
  try {
    return (await call()).data;
  } catch (error) {
    if (!(error instanceof PlatformError) || error.status !== 401) throw error;
    storeSignedIn(storage, undefined);
    return asGuest();
  }
}
