import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import type { Features } from './page-features.ts';

/** What this portal has: what shows or asks for something of a feature asks here first. */
export function useFeatures(): Features {
  return useDocusaurusContext().siteConfig.customFields?.features as Features;
}
