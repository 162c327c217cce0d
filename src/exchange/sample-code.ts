import { translate } from '@docusaurus/Translate';
import { findGuestKey } from '@site/src/client/guest-key.ts';
import { tabStorage } from '@site/src/ui/browser-storage.ts';
import { useOrigin } from '@site/src/ui/use-origin.ts';
import { useEffect, useState } from 'react';

/** What goes into the places of a sample. */
export interface SampleValues {
  origin: string;
  /** A stand-in until this tab has a test key. */
  key: string;
  hasKey: boolean;
}

/** The portal's address and this tab's test key; in the built HTML the public address and a stand-in. */
export function useSampleValues(): SampleValues {
  const origin = useOrigin();
  const [secret, setSecret] = useState<string>();

  useEffect(() => {
    const read = () => setSecret(findGuestKey(tabStorage())?.secret);
    read();
    // The console and the home page keep a new key in this tab's storage, which sends its own tab no event.
    window.addEventListener('focusin', read);
    return () => window.removeEventListener('focusin', read);
  }, []);

  const standIn = translate({ id: 'reference.yourKey', message: 'SUA_CHAVE' });
  return { origin, key: secret ?? standIn, hasKey: secret !== undefined };
}

/** Puts the values into a sample's places. */
export function fillSample(code: string, { origin, key }: SampleValues): string {
  return (
    code
      .replaceAll('{{origin}}', origin)
      .replaceAll('{{key}}', key)
      .replaceAll('{{client}}', translate({ id: 'reference.yourClient', message: 'ID_DO_CLIENTE' }))
      .replaceAll('{{secret}}', translate({ id: 'reference.yourSecret', message: 'SEGREDO_DO_CLIENTE' }))
      // A key that is shown masked cannot be encoded, and is only where the code has such a place.
      .replaceAll('{{basic}}', () => btoa(`${key}:x`))
  );
}
