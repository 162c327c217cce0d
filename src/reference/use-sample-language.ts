import { browserStorage } from '@site/src/ui/browser-storage.ts';
import { useEffect, useState } from 'react';

const name = 'cais.sample-language';

/** The language this browser last chose for samples, on whichever page; undefined until it is known. */
export function useSampleLanguage(): [string | undefined, (id: string) => void] {
  const [language, setLanguage] = useState<string>();
  useEffect(() => setLanguage(browserStorage().getItem(name) ?? undefined), []);
  function choose(id: string) {
    setLanguage(id);
    try {
      browserStorage().setItem(name, id);
    } catch {
      // A browser that keeps nothing still shows what was chosen.
    }
  }
  return [language, choose];
}
