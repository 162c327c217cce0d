import type { Locale } from '../../../server/settings/languages.ts';
import { siteText } from '../site-texts.ts';
import { type BuiltInGuide, guideGroups } from './built-in-guides.ts';
import { asMarkdown } from './fill-template.ts';
import type { FrontMatter } from './front-matter.ts';
import { findReplacement, type OwnGuide } from './own-guides.ts';

/** The guides of a portal as a list in Markdown, under the headings of the sidebar; those of the provider follow the others. */
export function listGuides(
  guides: BuiltInGuide[],
  own: OwnGuide[],
  readTemplate: (id: string) => FrontMatter,
  locale: Locale,
): string {
  const groups = guideGroups.map((group): [string, string[]] => [
    siteText(`guides.${group}`, locale),
    guides
      .filter((guide) => guide.group === group)
      .map(({ id }) => lineOf(id, findReplacement(own, id) ?? readTemplate(id))),
  ]);
  const replacements = new Set(guides.map(({ id }) => findReplacement(own, id)));
  const others = own.filter((guide) => guide.address !== '/' && !replacements.has(guide));
  const more = others.map((guide) => `- [${asMarkdown(guide.title)}](/guides${guide.address})${tail(guide)}`);
  return [...groups, [siteText('guides.own', locale), more] as const]
    .filter(([, lines]) => lines.length > 0)
    .map(([heading, lines]) => `## ${heading}\n\n${lines.join('\n')}`)
    .join('\n\n');
}

function lineOf(id: string, guide: FrontMatter): string {
  return `- [${asMarkdown(guide.title ?? id)}](guide:${id})${tail(guide)}`;
}

function tail({ description }: FrontMatter): string {
  return description === undefined ? '' : `: ${asMarkdown(description)}`;
}
