import { translate } from '@docusaurus/Translate';
import { findGuestKey } from '@site/src/client/guest-key.ts';
import { tabStorage } from '@site/src/ui/browser-storage.ts';
import { useOrigin } from '@site/src/ui/use-origin.ts';
import { useEffect, useState } from 'react';

/** The values for a sample's placeholders. */
export interface SampleValues {
  origin: string;
  /** A placeholder until this tab has a test key. */
  key: string;
  hasKey: boolean;
}

/** The portal's origin and this tab's test key; during pre-rendering the public address and a placeholder. */
export function useSampleValues(): SampleValues {
  const origin = useOrigin();
  const [secret, setSecret] = useState<string>();

  useEffect(() => {
    const read = () => setSecret(findGuestKey(tabStorage())?.secret);
    read();
    // The console and the home page store a new key in sessionStorage, which fires no event in its own tab.
    window.addEventListener('focusin', read);
    return () => window.removeEventListener('focusin', read);
  }, []);

  const standIn = translate({ id: 'reference.yourKey', message: 'SUA_CHAVE' });
  return { origin, key: secret ?? standIn, hasKey: secret !== undefined };
}

/** Replaces a sample's placeholders. */
export function fillSample(code: string, { origin, key }: SampleValues): string {
  return (
    code
      .replaceAll('{{origin}}', origin)
      .replaceAll('{{key}}', key)
      .replaceAll('{{client}}', translate({ id: 'reference.yourClient', message: 'ID_DO_CLIENTE' }))
      .replaceAll('{{secret}}', translate({ id: 'reference.yourSecret', message: 'SEGREDO_DO_CLIENTE' }))
      // Encode only if the code has this placeholder: a masked key cannot be encoded.
      .replaceAll('{{basic}}', () => btoa(`${key}:x`))
  );
}
