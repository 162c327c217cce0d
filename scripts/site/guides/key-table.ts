import { schemesOf } from '../../../server/dialect/credentials.ts';
import type { SecurityScheme } from '../../../server/openapi/document-types.ts';
import type { Locale } from '../../../server/settings/languages.ts';
import { siteText } from '../site-texts.ts';
import { asMarkdown } from './fill-template.ts';
import type { Sandbox } from './find-examples.ts';

/** A table that says how each API takes the key. */
export function keyTable(sandboxes: Sandbox[], locale: Locale): string {
  const rows = sandboxes.map(({ loaded, served }) => {
    const title = asMarkdown((loaded.texts.get(locale) ?? loaded.own).title);
    const ways = new Set(schemesOf(served.document, undefined).map((scheme) => describe(scheme, locale)));
    return [`[${title}](/reference/${loaded.slug})`, [...ways].join('; ')];
  });
  const head = [siteText('guides.key.api', locale), siteText('guides.key.how', locale)];
  return [head, ['---', '---'], ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Whether a document of one of these APIs asks for access tokens. */
export function takesTokens(sandboxes: Sandbox[]): boolean {
  return sandboxes.some(({ served }) => schemesOf(served.document, undefined).some(isOfTokens));
}

function isOfTokens({ type }: SecurityScheme): boolean {
  return type === 'oauth2' || type === 'openIdConnect';
}

function describe({ type, scheme, in: place = 'header', name = '' }: SecurityScheme, locale: Locale): string {
  if (type === 'apiKey') return siteText(`guides.key.${place}`, locale, { name: asCode(name) });
  return siteText(
    type === 'http' && scheme?.toLowerCase() === 'basic' ? 'guides.key.basic' : 'guides.key.bearer',
    locale,
  );
}

/** A `|` would end the cell. */
function asCode(text: string): string {
  return text.replaceAll(/[`|]/g, '');
}
