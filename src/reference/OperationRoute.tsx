import { useLocation } from '@docusaurus/router';
import { type ComponentType, lazy, Suspense } from 'react';
import { parseExactly } from '../../wire/exact-json.ts';
import type { OperationPage } from '../documents/operation-page.ts';

const NotFoundContent = lazy(() => import('@theme/NotFound/Content'));

/** The pages loaded in this tab; undefined for one that does not exist. */
const pages = new Map<string, ComponentType | undefined>();

/**
 * The browser's single route for all operation pages. It fetches the page data on demand, so that an API of a thousand operations
 * does not add a thousand routes and chunks to every page (scripts/site/slim-data.ts replaces them).
 */
export function OperationRoute() {
  const path = pathOf(useLocation());
  const Page = pages.get(path);
  return Page ? (
    <Page key={path} />
  ) : (
    <Suspense>
      <NotFoundContent />
    </Suspense>
  );
}

/**
 * Docusaurus awaits this before it renders a route, on load and on navigation; the address is already the new one.
 * It also calls this when a link is hovered, without saying which.
 */
OperationRoute.preload = async () => {
  const path = pathOf(window.location);
  if (operationPath.test(path) && !pages.has(path)) pages.set(path, await loadPage(path));
};

/** The pages of an API as a whole have their own routes. */
const operationPath = /\/reference\/[^/]+\/(?!(?:sandbox-plan|how-it-works)$)[^/]+$/;

/** A trailing slash does not matter. */
function pathOf({ pathname }: { pathname: string }): string {
  return pathname.replace(/\/$/, '');
}

async function loadPage(path: string): Promise<ComponentType | undefined> {
  const [{ default: DocItem }, { Operation }, { Hook }, response] = await Promise.all([
    import('@theme/DocItem'),
    import('./Operation.tsx'),
    import('./Hook.tsx'),
    fetch(`${path}.json`),
  ]);
  if (response.status === 404) return undefined;
  if (!response.ok) throw new Error(`${path}.json: ${response.status}`);
  const { metadata, data } = parseExactly(await response.text()) as OperationPage;
  const { versionParts } = data.versions ? await import('./versions/version-parts.ts') : {};
  // What Docusaurus derives from the page's MDX (scripts/site/pages.ts) during pre-rendering.
  const frontMatter = { hide_title: true, hide_table_of_contents: true };
  const content = Object.assign(
    () => (data.hook ? <Hook data={data} /> : <Operation data={data} versionParts={versionParts} />),
    {
      metadata,
      frontMatter,
      assets: {},
      toc: [],
    },
  );
  const Doc = DocItem as unknown as ComponentType<{ content: typeof content }>;
  return () => <Doc content={content} />;
}
