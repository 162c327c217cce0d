import type { Locale } from '../../../server/settings/languages.ts';
import { featuresOf } from '../../../server/settings/portal/features.ts';
import type { PortalLink, PortalText } from '../../../server/settings/portal/portal-config.ts';
import type { Portal } from '../../../server/settings/portal/read-portal.ts';
import type { PortalData } from '../../../src/documents/portal-data.ts';
import { featureOfPage, hasPage } from '../../../src/ui/page-features.ts';

/** What the pages of a language show of the portal's settings. */
export function portalData(portal: Portal, locale: Locale): PortalData {
  const { name, logo, navigation = [], footer = {}, contact = {}, home = {} } = portal;
  const say = (text: PortalText) => inLocale(text, locale);
  const links = (all: PortalLink[] = []) => all.map(({ label, to }) => ({ label: say(label), to }));
  return {
    name,
    hasConsole: portal.console !== false,
    ...(logo && { logo: typeof logo === 'string' ? { light: logo, dark: logo } : logo }),
    navigation: links(navigation),
    footer: { text: say(footer.text ?? name), links: links(footer.links) },
    contact,
    home: { ...(home.title && { title: say(home.title) }), ...(home.lead && { lead: say(home.lead) }) },
  };
}

/** The files in `src/pages` of the features that the portal does not have; in a package, they are compiled. */
export function missingPages(portal: Portal): string[] {
  const features = featuresOf(portal);
  const missing = Object.keys(featureOfPage).filter((page) => !hasPage(features, `/${page}`));
  return missing.map((page) => `**/${page}.{tsx,js}`);
}

/** A text in a language; where it has none, the first one that there is. */
export function inLocale(text: PortalText, locale: Locale): string {
  if (typeof text === 'string') return text;
  return text[locale] ?? Object.values(text)[0] ?? '';
}

/** The path of a language's pages: `/en`; empty for the default language. */
export function prefixOf({ languages }: Portal, locale: Locale): string {
  return locale === languages[0] ? '' : `/${locale}`;
}
