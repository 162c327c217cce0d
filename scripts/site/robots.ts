import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LoadContext, Plugin } from '@docusaurus/types';

/** Writes `robots.txt`, unless the portal has its own: pages are for search engines, what its APIs answer is not. */
export default function robots({ i18n, siteConfig }: LoadContext): Plugin {
  const { currentLocale, defaultLocale, locales } = i18n;
  return {
    name: 'robots',
    async postBuild({ outDir }) {
      const file = join(outDir, 'robots.txt');
      if (currentLocale !== defaultLocale || existsSync(file)) return;
      const others = locales.filter((locale) => locale !== defaultLocale);
      const features = siteConfig.customFields?.features as { sandbox: boolean } | undefined;
      writeFileSync(file, robotsText(siteConfig, others, features?.sandbox));
    },
  };
}

/** What crawlers are told. Each language has a sitemap of its own, the first one at the portal's address. */
export function robotsText(
  { url, baseUrl }: { url: string; baseUrl: string },
  otherLocales: string[],
  hasSandbox = true,
): string {
  const answering = hasSandbox ? ['sandbox/', 'platform/v'] : [];
  const disallowed = answering.map((path) => `Disallow: ${baseUrl}${path}`);
  const maps = ['', ...otherLocales.map((locale) => `${locale}/`)].map(
    (folder) => `Sitemap: ${url}${baseUrl}${folder}sitemap.xml`,
  );
  return `${['User-agent: *', ...(hasSandbox ? disallowed : ['Disallow:']), '', ...maps].join('\n')}\n`;
}
