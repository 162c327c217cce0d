import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import { useEffect, useState } from 'react';
import type { FaultData } from '../documents/api-index-data.ts';
import { useServerBase } from '../ui/use-server-url.ts';
import { acceptLanguage } from './accept-language.ts';

const localNames = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/** What is left out of the portal's APIs; the server tells only the operator, and only they are worth a request. */
export function useFaults(): FaultData[] {
  const { siteConfig, i18n } = useDocusaurusContext();
  const isOpen = siteConfig.customFields?.showsFaults === true;
  const base = useServerBase();
  const [faults, setFaults] = useState<FaultData[]>([]);
  useEffect(() => {
    if (!isOpen && !localNames.test(window.location.hostname)) return;
    if (/^https?:/.test(base)) return;
    const headers = { 'Accept-Language': acceptLanguage(i18n.currentLocale) };
    let isShown = true;
    fetch(`${base}/readyz?verbose`, { headers })
      .then((response) => response.json())
      .then(({ faults: told = [] }: { faults?: FaultData[] }) => isShown && setFaults(told))
      // Without an answer there is nothing to tell: the page itself says what does not work.
      .catch(() => undefined);
    return () => {
      isShown = false;
    };
  }, [base, isOpen, i18n.currentLocale]);
  return faults;
}
