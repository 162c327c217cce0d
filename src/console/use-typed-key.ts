import { useState } from 'react';
import { readServerKey, storeServerKey } from './server-key.ts';

/** The key that the person has typed for a server, if any: of one outside, this tab remembers it. No other server gets it. */
export function useTypedKey(serverUrl: string, isOutside: boolean) {
  const [typed, setTyped] = useState<{ server: string; key: string | undefined }>();
  const stored = isOutside ? readServerKey(serverUrl) : undefined;
  const typedKey = typed?.server === serverUrl ? typed.key : stored;

  function type(key: string | undefined): void {
    if (isOutside) storeServerKey(serverUrl, key ?? '');
    setTyped({ server: serverUrl, key });
  }

  return [typedKey, type] as const;
}
