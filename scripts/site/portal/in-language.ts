import type { Portal } from '../../../server/settings/portal/read-portal.ts';

/** A portal with only one of its languages, by default the first; with all of them where none is asked for. Throws for one that it does not have. */
export function inLanguage(portal: Portal, language: string | undefined): Portal {
  if (language === undefined) return portal;
  const chosen = portal.languages.find((each) => each === (language || portal.languages[0]));
  if (chosen) return { ...portal, languages: [chosen] };
  throw new Error(`${portal.name} has no pages in "${language}": its languages are ${portal.languages.join(', ')}.`);
}
