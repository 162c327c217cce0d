import type { Locale } from '../../../server/settings/languages.ts';
import type { Portal } from '../../../server/settings/portal/read-portal.ts';
import { inLocale } from './portal-data.ts';

/**
 * Puts APIs into the order of the portal's settings; those that it does not name follow, and then the portal's own API. Throws when it
 * names one that is not there.
 */
export function orderApis<Api extends { slug: string }>(
  apis: Api[],
  { apis: wanted = [], console: called }: Portal,
): Api[] {
  const slugs = wanted.flatMap((entry) => (typeof entry === 'string' ? entry : entry.apis));
  const check = (key: string, named: string[]) => {
    const unknown = named.find((slug) => !apis.some((api) => api.slug === slug));
    if (unknown === undefined) return;
    throw new Error(
      `cais.config.ts: ${key} names "${unknown}". There are ${apis.map(({ slug }) => slug).join(', ')}: correct it, or add specs/${unknown}.`,
    );
  };
  check('apis', slugs);
  const { apis: callable = {} } = called || {};
  check('console.apis', Object.keys(callable));
  const placeOf = ({ slug }: Api) => {
    if (slugs.includes(slug)) return slugs.indexOf(slug);
    return slug === 'platform' ? Infinity : slugs.length;
  };
  return apis.toSorted((a, b) => placeOf(a) - placeOf(b));
}

/** The heading under which the portal's settings put an API; undefined where it stands on its own. */
export function groupOf(slug: string, { apis = [] }: Portal, locale: Locale): string | undefined {
  const group = apis.find((entry) => typeof entry === 'object' && entry.apis.includes(slug));
  return typeof group === 'object' ? inLocale(group.label, locale) : undefined;
}
