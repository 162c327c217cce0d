import { PlatformError } from './platform-error.ts';
import { keepSignedIn } from './signed-in.ts';

/** Calls for whoever is signed in; when the session turns out to have ended, the person is a guest again. */
export async function callWithSession<Data>(
  storage: Storage,
  call: () => Promise<{ data: Data }>,
  asGuest: () => Promise<Data>,
): Promise<Data> {
  try {
    return (await call()).data;
  } catch (error) {
    if (!(error instanceof PlatformError) || error.status !== 401) throw error;
    keepSignedIn(storage, undefined);
    return asGuest();
  }
}
