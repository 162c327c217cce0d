/** The MDX of the reference pages: front matter and one component with its data file. */
import { besideMethod } from './beside-method.ts';

/** Last segment of a sandbox plan page's address, and base name of its files. */
export const sandboxPlan = 'sandbox-plan';

/** The same of a page on how an API works. */
export const howItWorks = 'how-it-works';

interface PageFrontMatter {
  id: string;
  slug: string;
  title: string;
  sidebar_label?: string;
  description?: string;
  displayed_sidebar?: string;
}

/** JSON strings are valid YAML. */
function frontMatter(fields: object): string {
  return Object.entries(fields)
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
    .join('\n');
}

/** Writes a page with a single component. */
function page(head: PageFrontMatter, component: string, data: string, room = 'reference'): string {
  const fields = { ...head, hide_title: true, hide_table_of_contents: true, custom_edit_url: null };
  return `---
${frontMatter(fields)}
---

import { ${component} } from '@site/src/${room}/${component}.tsx';
import data from './${data}.json';

<${component} data={data} />
`;
}

interface PlannedOperation {
  title: string;
  api: { operationId: string; summary?: string; description?: string };
}

interface HookTexts {
  slug: string;
  title: string;
  description: string;
}

/** The page of an operation; docusaurus-plugin-openapi-docs chooses its file name. */
export function operationPage(slug: string, apiTitle: string, { title: changed, api }: PlannedOperation): string {
  const id = api.operationId;
  // The generator changes quotation marks in its titles.
  const title = api.summary ?? changed;
  return pageBelow(
    slug,
    apiTitle,
    { id, title, label: besideMethod(title), description: api.description },
    'BuiltOperation',
  );
}

/** The page of a webhook or callback, which is written like those of operations. */
export function hookPage(slug: string, apiTitle: string, { slug: id, title, description }: HookTexts): string {
  return pageBelow(slug, apiTitle, { id, title, label: title, description }, 'Hook');
}

function pageBelow(
  slug: string,
  apiTitle: string,
  { id, title, label, description }: { id: string; title: string; label: string; description: string | undefined },
  component: string,
): string {
  const head = { id, slug: `/${slug}/${id}`, title: `${title} · ${apiTitle}`, sidebar_label: label };
  return page({ ...head, ...(description && { description }) }, component, id);
}

/** The overview page of an API. */
export function apiIndexPage(slug: string, title: string, description: string): string {
  return page({ id: 'index', slug: `/${slug}`, title, sidebar_label: title, description }, 'ApiIndex', 'index');
}

/** The sandbox plan page of an API. */
export function sandboxPlanPage(slug: string, { title, description }: { title: string; description: string }): string {
  const head = { id: sandboxPlan, slug: `/${slug}/${sandboxPlan}`, title, description, displayed_sidebar: 'reference' };
  return page(head, 'SandboxPlan', sandboxPlan, 'explain');
}

/** The page on how an API works: prose and commands instead of a component, so that it is a guide like others. */
export function howItWorksPage(
  slug: string,
  { title, label, description }: { title: string; label: string; description: string },
  body: string,
): string {
  const fields = {
    id: howItWorks,
    slug: `/${slug}/${howItWorks}`,
    title,
    sidebar_label: label,
    description,
    custom_edit_url: null,
  };
  return `---\n${frontMatter(fields)}\n---\n\n${body}\n`;
}

/** The page of an API with an invalid document. */
export function faultsPage(slug: string): string {
  return page({ id: 'index', slug: `/${slug}`, title: slug }, 'DocumentFaults', 'index');
}

/** The list of all APIs. */
export function apiListPage(title: string, description: string): string {
  return page({ id: 'index', slug: '/', title, description }, 'ApiList', 'index');
}
