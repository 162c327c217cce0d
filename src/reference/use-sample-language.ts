import { browserStorage } from '@site/src/ui/browser-storage.ts';
import { useEffect, useState } from 'react';

const name = 'cais.sample-language';

/** The sample language last chosen in this browser, on any page; undefined until it is read. */
export function useSampleLanguage(): [string | undefined, (id: string) => void] {
  const [language, setLanguage] = useState<string>();
  useEffect(() => setLanguage(browserStorage().getItem(name) ?? undefined), []);
  function choose(id: string) {
    setLanguage(id);
    try {
      browserStorage().setItem(name, id);
    } catch {
      // Without storage the choice still applies to this page.
    }
  }
  return [language, choose];
}
