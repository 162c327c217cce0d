type Data = Record<string, unknown>;

interface SidebarItem extends Data {
  items?: SidebarItem[];
}

/** Data that Docusaurus adds to every page and that no page reads, by file name. */
const slimmers: [file: RegExp, slim: (source: string) => string][] = [
  [/docusaurus-plugin-content-docs[\\/]reference[\\/]p[\\/][^\\/]+\.json$/, slimVersion],
  [/[\\/]globalData\.json$/, slimGlobalData],
  [/[\\/]docusaurus[\\/]routes\.js$/, slimRoutes],
  [/[\\/]routesChunkNames\.json$/, slimChunkNames],
  [/[\\/]registry\.js$/, slimRegistry],
  [/[\\/](?:c|otherC)odeTranslations\.json$/, slimTexts],
];

/** Matches the files that slimData changes. */
export const slimmed = new RegExp(slimmers.map(([file]) => file.source).join('|'));

/** Removes unused data from a generated file; a large API would otherwise add it to every page. */
export function slimData(file: string, source: string): string {
  const found = slimmers.find(([pattern]) => pattern.test(file));
  return found ? found[1](source) : source;
}

/** Page titles and descriptions are for cards that list pages; the navigation has its own labels and links. */
function slimVersion(source: string): string {
  const { version, ...rest } = JSON.parse(source) as { version?: { docsSidebars: Record<string, SidebarItem[]> } };
  if (!version) return source;
  const docsSidebars = Object.fromEntries(
    Object.entries(version.docsSidebars).map(([name, items]) => [name, items.map(slimItem)]),
  );
  return JSON.stringify({ ...rest, version: { ...version, docs: {}, docsSidebars } });
}

function slimItem({ key: _, docId: __, unlisted, items, ...item }: SidebarItem): SidebarItem {
  return { ...item, ...(unlisted === true && { unlisted }), ...(items && { items: items.map(slimItem) }) };
}

/** The list of reference pages is for version menus. */
function slimGlobalData(source: string): string {
  const data = JSON.parse(source) as Record<string, Record<string, { versions?: Data[] }>>;
  const reference = data['docusaurus-plugin-content-docs']?.reference;
  for (const version of reference?.versions ?? []) version.docs = [];
  return JSON.stringify(data);
}

/** The routes of operation pages; pages of an API as a whole keep their own routes. */
const operationRoutes =
  /\{\s*path: '([^']*\/reference)\/[^/']+\/(?!(?:sandbox-plan|how-it-works)')[^/']+',[^{}]*\},?\s*/g;
const operationChunks = /\/reference\/[^/]+\/(?!(?:sandbox-plan|how-it-works)-\w+$)[^/]+$/;
const operationModules = /"\w+": \[[^\n]*\.api\.mdx"\)\],?\s*/g;

/** In the browser all operations share one route, which fetches its data; separate routes exist only for pre-rendering. */
function slimRoutes(source: string): string {
  const base = source.matchAll(operationRoutes).next().value?.[1];
  if (base === undefined) return source;
  const shared = `{ path: '${base}/:api/:operation', component: OperationRoute, exact: true, sidebar: "reference" }`;
  const others = source.replaceAll(operationRoutes, '');
  const end = others.indexOf('}', others.lastIndexOf('sidebar: "reference"')) + 1;
  return `import { OperationRoute } from '@site/src/reference/OperationRoute.tsx';
${others.slice(0, end)}, ${shared}${others.slice(end)}`;
}

function slimChunkNames(source: string): string {
  const routes = Object.entries(JSON.parse(source)).filter(([route]) => !operationChunks.test(route));
  return JSON.stringify(Object.fromEntries(routes));
}

/** Texts of Docusaurus for what no portal has, or this project replaces. */
const unusedTexts = /^theme\.(?:AnnouncementBar|blog|CodeBlock|docs\.(?:breadcrumbs|version\w+)|lastUpdated|navbar)\./;

function slimTexts(source: string): string {
  const texts = Object.entries(JSON.parse(source)).filter(([id]) => !unusedTexts.test(id));
  return JSON.stringify(Object.fromEntries(texts));
}

/** Module names are for server-side rendering at request time. */
function slimRegistry(source: string): string {
  return source
    .replaceAll(operationModules, '')
    .replaceAll(/\), "@[^"]+", require\.resolveWeak/g, '), "", require.resolveWeak');
}
