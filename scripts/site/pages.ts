/** The MDX of the reference's pages: front matter and one component with its data beside it. */

/** The last part of the address of what the sandbox understood, and the name of its files. */
export const sandboxPlan = 'sandbox-plan';

interface PageFrontMatter {
  id: string;
  slug: string;
  title: string;
  sidebar_label?: string;
  description?: string;
  displayed_sidebar?: string;
}

/** Writes a page that is one component; JSON strings are YAML strings too. */
function page(frontMatter: PageFrontMatter, component: string, data: string, room = 'reference'): string {
  const fields = { ...frontMatter, hide_title: true, hide_table_of_contents: true, custom_edit_url: null };
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return `---
${lines.join('\n')}
---

import { ${component} } from '@site/src/${room}/${component}.tsx';
import data from './${data}.json';

<${component} data={data} />
`;
}

interface PlannedOperation {
  title: string;
  api: { operationId: string; description?: string };
}

/** The page of an operation, for docusaurus-plugin-openapi-docs, which names its file. */
export function operationPage(slug: string, apiTitle: string, { title, api }: PlannedOperation): string {
  const id = api.operationId;
  const head = { id, slug: `/${slug}/${id}`, title: `${title} · ${apiTitle}`, sidebar_label: title };
  return page({ ...head, ...(api.description && { description: api.description }) }, 'Operation', id);
}

/** An API's first page. */
export function apiIndexPage(slug: string, title: string, description: string): string {
  return page({ id: 'index', slug: `/${slug}`, title, sidebar_label: title, description }, 'ApiIndex', 'index');
}

/** The page of what the sandbox understood of an API. */
export function sandboxPlanPage(slug: string, { title, description }: { title: string; description: string }): string {
  const head = { id: sandboxPlan, slug: `/${slug}/${sandboxPlan}`, title, description, displayed_sidebar: 'reference' };
  return page(head, 'SandboxPlan', sandboxPlan, 'explain');
}

/** The page of an API whose document has faults. */
export function faultsPage(slug: string): string {
  return page({ id: 'index', slug: `/${slug}`, title: slug }, 'DocumentFaults', 'index');
}

/** The page that lists the APIs. */
export function apiListPage(title: string): string {
  return page({ id: 'index', slug: '/', title }, 'ApiList', 'index');
}
