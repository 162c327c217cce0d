import { useAccessToken } from '../client/use-access-token.ts';
import { useConsoleClient } from '../client/use-console-client.ts';
import type { GuestKeyState } from '../client/use-guest-key.ts';
import type { SecurityData } from '../documents/operation-data.ts';
import { findOAuth, takesClient } from '../exchange/credentials.ts';
import { useFeatures } from '../ui/use-features.ts';
import type { CallDraft } from './call-draft.ts';
import { typedAccount } from './typed-account.ts';

/** Who calls: by a key, a token or a client of this browser, as the chosen alternative asks for it, or by a key that was typed. */
export function useCallAccount(
  { credential }: CallDraft,
  alternatives: SecurityData[][],
  ownKey: GuestKeyState,
  typedKey: string | undefined,
): { own: GuestKeyState; account: GuestKeyState & { isTyped?: boolean } } {
  const chosen = credential === 'none' ? [] : (alternatives[credential] ?? []);
  const oauth = findOAuth(chosen);
  const token = useAccessToken(oauth?.scopes ?? []);
  const client = useConsoleClient();
  // Without OAuth clients there are no tokens; a sandbox takes its key in their place.
  const hasClients = useFeatures().keys;
  const own = oauth && hasClients ? token : takesClient(chosen) ? client : ownKey;
  return { own, account: typedKey === undefined ? own : typedAccount(typedKey) };
}
