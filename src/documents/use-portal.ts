import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import type { PortalData } from './portal-data.ts';

/** What this portal says of itself. */
export function usePortal(): PortalData {
  return useDocusaurusContext().siteConfig.customFields?.portal as PortalData;
}
