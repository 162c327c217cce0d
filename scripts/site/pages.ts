/** The MDX of the reference pages: front matter and one component with its data file. */

/** Last segment of a sandbox plan page's address, and base name of its files. */
export const sandboxPlan = 'sandbox-plan';

interface PageFrontMatter {
  id: string;
  slug: string;
  title: string;
  sidebar_label?: string;
  description?: string;
  displayed_sidebar?: string;
}

/** Writes a page with a single component; JSON strings are valid YAML. */
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

/** The page of an operation; docusaurus-plugin-openapi-docs chooses its file name. */
export function operationPage(slug: string, apiTitle: string, { title, api }: PlannedOperation): string {
  const id = api.operationId;
  const head = { id, slug: `/${slug}/${id}`, title: `${title} · ${apiTitle}`, sidebar_label: title };
  return page({ ...head, ...(api.description && { description: api.description }) }, 'Operation', id);
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

/** The page of an API with an invalid document. */
export function faultsPage(slug: string): string {
  return page({ id: 'index', slug: `/${slug}`, title: slug }, 'DocumentFaults', 'index');
}

/** The list of all APIs. */
export function apiListPage(title: string): string {
  return page({ id: 'index', slug: '/', title }, 'ApiList', 'index');
}
