import { titleOf as nameOf } from '../../../server/openapi/operation-title.ts';
import type { Operation } from '../../../server/openapi/operations.ts';
import type { OperationPlan, Role } from '../../../server/plan/plan-types.ts';
import type { ServedApi } from '../../../server/plan/served-api.ts';
import { type Locale, sourceLocale } from '../../../server/settings/languages.ts';
import type { ApiText } from '../load-apis.ts';
import { siteText } from '../site-texts.ts';
import { code, plain, prose } from './markdown.ts';
import type { Session } from './session.ts';
import type { WorksTextId } from './works-texts.ts';

/** What the sections of a page are made of: an API, its texts in the language of the page, and a workspace to call it in. */
export interface Works {
  api: ServedApi;
  text: ApiText;
  locale: Locale;
  session: Session;
  /** Operations that have a page, by slug. */
  pages: ReadonlySet<string>;
}

/** A part of the page, in Markdown. */
export interface Section {
  /** Its address on the page. */
  id: string;
  title: string;
  parts: string[];
}

/** A text of the page in its language; what is filled in is Markdown. */
export function say(
  { locale }: Pick<Works, 'locale'>,
  id: WorksTextId,
  values: Record<string, string | number> = {},
): string {
  const texts = Object.entries(values).map(([name, value]): [string, string] => [name, String(value)]);
  return siteText(`works.${id}`, locale, Object.fromEntries(texts));
}

/** A header that asks for messages in the language of the page, where the server would choose another. */
export function languageHeaders({ locale }: Pick<Works, 'locale'>): [name: string, value: string][] {
  return locale === sourceLocale ? [] : [['Accept-Language', locale]];
}

/** `GET /customers`, with a link to its page if it has one. */
export function linkTo({ api, pages }: Works, { slug, method, path }: Operation): string {
  const name = code(`${method.toUpperCase()} ${path}`);
  return pages.has(slug) ? `[${name}](/reference/${api.slug}/${slug})` : name;
}

/** An operation by what it does, as a link to its page if it has one: in a table, a path would take all of the width. */
export function titleOf(works: Works, operation: Operation): string {
  const { api, pages } = works;
  const title = plain(nameOf(inLanguage(works, operation) ?? operation));
  return pages.has(operation.slug) ? `[${title}](/reference/${api.slug}/${operation.slug})` : title;
}

/** Links to the first operations, and how many others there are. */
export function linksTo(works: Works, operations: Operation[], most = 6): string {
  const links = operations.slice(0, most).map((operation) => linkTo(works, operation));
  const others = operations.length - most;
  return [...links, ...(others > 0 ? [say(works, 'andOthers', { count: others })] : [])].join(', ');
}

/** The plans of an API's newest version whose role is one of these, in the document's order. */
export function plansOf({ plan }: ServedApi, ...roles: Role[]): OperationPlan[] {
  const all = [...plan.operations.values()].filter(({ operation }) => !operation.operation.deprecated);
  return all.filter(({ role, version }) => version === undefined && roles.includes(role));
}

/** An operation as the document says it in the language of the page. */
function inLanguage({ text }: Works, { id }: Operation): Operation | undefined {
  return text.operations.find((operation) => operation.id === id);
}

/** A description of a parameter in the language of the page, as one line. */
export function describe(works: Works, operation: Operation, name: string, place = 'query'): string {
  const own = inLanguage(works, operation)?.parameters.find((each) => each.name === name && each.in === place);
  const [first = ''] = (own?.description ?? '').trim().split(/\n\s*\n/);
  return prose(first.length > 240 ? `${first.slice(0, 240)}…` : first);
}
