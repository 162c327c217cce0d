import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Hook } from '../../server/openapi/hooks.ts';
import { titleOf } from '../../server/openapi/operation-title.ts';
import type { Operation } from '../../server/openapi/operations.ts';
import type { Locale } from '../../server/settings/languages.ts';
import type { ApiLine } from '../../src/documents/api-index-data.ts';
import { besideMethod } from './beside-method.ts';
import { titleOfHook } from './hook-lines.ts';
import type { ApiText, LoadedApi } from './load-apis.ts';
import { howItWorks } from './pages.ts';
import { referenceFolder } from './settings.ts';
import { siteText } from './site-texts.ts';
import { listSections, type TagSection } from './tag-sections.ts';
import { writeJson } from './write-file.ts';

/** Writes `reference/<locale>/sidebars.json`: the pages of each API under one category. */
export function writeSidebar(caisDir: string, locale: Locale, lines: ApiLine[], apis: LoadedApi[]): void {
  const folder = referenceFolder(caisDir, locale);
  const texts = new Map(apis.map(({ slug, own, texts: inLocale }) => [slug, inLocale.get(locale) ?? own]));
  const items = lines.map((line) => {
    const text = texts.get(line.slug);
    return line.faulty || !text ? faultyItem(line) : apiCategory(folder, line, text, locale);
  });
  writeJson(join(folder, 'sidebars.json'), { reference: inGroups(lines, items) });
}

/** What is of a group stands under its heading, where the first of it would. */
function inGroups(lines: { group?: string }[], items: object[], place = ''): object[] {
  const groups = new Map<string, object[]>();
  return lines.flatMap(({ group }, index) => {
    const item = items[index] as object;
    if (group === undefined) return item;
    const others = groups.get(group);
    if (others) {
      others.push(item);
      return [];
    }
    const own = [item];
    groups.set(group, own);
    return { type: 'category', label: group, key: `${place}/group/${group}`, collapsible: false, items: own };
  });
}

function faultyItem({ slug }: ApiLine) {
  return { type: 'doc', id: `${slug}/index`, label: slug };
}

/** From this number of operations on, only the current tag is expanded, because every page has what is expanded in its HTML. */
const long = 120;

function apiCategory(folder: string, { slug, title }: ApiLine, api: ApiText, locale: Locale) {
  const { lang, operations, hooks = [] } = api;
  // In the language of the document, where that is not the page's.
  const marked = lang === undefined ? {} : { customProps: { lang } };
  if (operations.length + hooks.length === 0) return { type: 'doc', id: `${slug}/index`, label: title, ...marked };
  const isLong = operations.length >= long;
  // Keys must be unique: two APIs may have the same operation id, and one operation may have several tags.
  const pagesOf = (section: string, pages: PageLine[]) =>
    pages.map(({ name, label, ...props }) => ({
      type: 'doc',
      id: `${slug}/${name}`,
      key: `${slug}/${section}/${name}`,
      label,
      customProps: { ...props, ...(lang !== undefined && { lang }) },
    }));
  const category = (id: string, label: string, pages: PageLine[], ofDocument = true) => ({
    type: 'category',
    label,
    key: `${slug}/${id}`,
    ...(ofDocument && marked),
    collapsed: isLong,
    items: pagesOf(id, pages),
  });
  const sections = listSections(api, locale).filter((section) => section.operations.length > 0);
  const categoryOf = ({ id, label, operations: own }: TagSection) => category(id, label, own.map(operationLine));
  // Its group says that it is older.
  const olderCategory = ({ operations: own, ...section }: TagSection) =>
    category(
      section.id,
      section.label,
      own.map((each) => ({ ...operationLine(each), deprecated: false })),
    );
  const newest = sections.filter(({ older }) => older === undefined);
  const older = Map.groupBy(sections, (each) => each.older);
  older.delete(undefined);
  // What is older is quiet: collapsed, under the name of its version.
  const versions = [...older].map(([version = '', own]) => {
    const [only] = own;
    if (own.length === 1 && only) return { ...olderCategory(only), collapsed: true };
    const place = `${slug}/version/${version}`;
    return {
      type: 'category',
      label: version,
      key: place,
      collapsed: true,
      items: inGroups(own, own.map(olderCategory), place),
    };
  });
  const ofKind = (kind: Hook['kind']) => hooks.filter((hook) => hook.kind === kind).map(hookLine);
  const sent = (['webhook', 'callback'] as const)
    .map((kind) => category(`${kind}s`, siteText(`reference.${kind}s`, locale), ofKind(kind), false))
    .filter(({ items }) => items.length > 0);
  return {
    type: 'category',
    label: title,
    key: slug,
    ...marked,
    link: { type: 'doc', id: `${slug}/index` },
    items: [...worksItem(folder, slug), ...inGroups(newest, newest.map(categoryOf), slug), ...sent, ...versions],
  };
}

interface PageLine {
  name: string;
  label: string;
  method: string;
  deprecated: boolean;
}

function operationLine(operation: Operation): PageLine {
  const { slug, method } = operation;
  return {
    name: slug,
    label: besideMethod(titleOf(operation)),
    method,
    deprecated: operation.operation.deprecated ?? false,
  };
}

function hookLine(hook: Hook): PageLine {
  const { slug, method } = hook;
  return { name: slug, label: titleOfHook(hook), method, deprecated: hook.operation.deprecated ?? false };
}

/** The page on how the API works comes first, where there is one. */
function worksItem(folder: string, slug: string) {
  const id = `${slug}/${howItWorks}`;
  return existsSync(join(folder, `${id}.mdx`)) ? [{ type: 'doc', id, key: id }] : [];
}
