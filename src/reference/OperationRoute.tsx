import { useLocation } from '@docusaurus/router';
import NotFoundContent from '@theme/NotFound/Content';
import type { ComponentType } from 'react';
import type { OperationPage } from '../documents/operation-page.ts';

/** The pages that this tab has shown; one that does not exist is kept as undefined. */
const pages = new Map<string, ComponentType | undefined>();

/**
 * Every operation's page in the browser: one route, which fetches what it shows, so that an API of a thousand operations does
 * not bring a thousand routes and chunks to every page (scripts/site/slim-data.ts puts it in their place).
 */
export function OperationRoute() {
  const path = pathOf(useLocation());
  const Page = pages.get(path);
  return Page ? <Page key={path} /> : <NotFoundContent />;
}

/**
 * Docusaurus waits for this before it shows a route, at first and when one follows a link: the address is the new one by then.
 * It also asks when one points at a link, and does not say at which.
 */
OperationRoute.preload = async () => {
  const path = pathOf(window.location);
  if (operationPath.test(path) && !pages.has(path)) pages.set(path, await loadPage(path));
};

/** The page of what the sandbox understood has a route and data of its own. */
const operationPath = /\/reference\/[^/]+\/(?!sandbox-plan$)[^/]+$/;

/** An address with a slash at its end is the same page. */
function pathOf({ pathname }: { pathname: string }): string {
  return pathname.replace(/\/$/, '');
}

async function loadPage(path: string): Promise<ComponentType | undefined> {
  const [{ default: DocItem }, { Operation }, answer] = await Promise.all([
    import('@theme/DocItem'),
    import('./Operation.tsx'),
    fetch(`${path}.json`),
  ]);
  if (answer.status === 404) return undefined;
  if (!answer.ok) throw new Error(`${path}.json: ${answer.status}`);
  const { metadata, data } = (await answer.json()) as OperationPage;
  // What Docusaurus makes of the page's MDX (scripts/site/pages.ts) when it writes its HTML.
  const frontMatter = { hide_title: true, hide_table_of_contents: true };
  const content = Object.assign(() => <Operation data={data} />, { metadata, frontMatter, assets: {}, toc: [] });
  const Doc = DocItem as unknown as ComponentType<{ content: typeof content }>;
  return () => <Doc content={content} />;
}
