type Data = Record<string, unknown>;

interface SidebarItem extends Data {
  items?: SidebarItem[];
}

/** Data that Docusaurus gives every page and that none of these pages reads, by the ends of the files' names. */
const slimmers: [file: RegExp, slim: (source: string) => string][] = [
  [/docusaurus-plugin-content-docs[\\/]reference[\\/]p[\\/][^\\/]+\.json$/, slimVersion],
  [/[\\/]globalData\.json$/, slimGlobalData],
  [/[\\/]docusaurus[\\/]routes\.js$/, slimRoutes],
  [/[\\/]routesChunkNames\.json$/, slimChunkNames],
  [/[\\/]registry\.js$/, slimRegistry],
];

/** The files that slimData makes smaller. */
export const slimmed = new RegExp(slimmers.map(([file]) => file.source).join('|'));

/** Leaves out of a generated file what no page reads; an API of a thousand operations would bring it to every page. */
export function slimData(file: string, source: string): string {
  const found = slimmers.find(([pattern]) => pattern.test(file));
  return found ? found[1](source) : source;
}

/** Titles and descriptions of all pages are for cards that list pages; the navigation names and links them anyhow. */
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

/** Which pages the reference has is for menus of versions. */
function slimGlobalData(source: string): string {
  const data = JSON.parse(source) as Record<string, Record<string, { versions?: Data[] }>>;
  const reference = data['docusaurus-plugin-content-docs']?.reference;
  for (const version of reference?.versions ?? []) version.docs = [];
  return JSON.stringify(data);
}

/** The route of an operation's page; the page of what the sandbox understood has data of its own. */
const operationRoutes = /\{\s*path: '([^']*\/reference)\/[^/']+\/(?!sandbox-plan')[^/']+',[^{}]*\},?\s*/g;
const operationChunks = /\/reference\/[^/]+\/(?!sandbox-plan-\w+$)[^/]+$/;
const operationModules = /"\w+": \[[^\n]*\.api\.mdx"\)\],?\s*/g;

/** In the browser all operations share one route, which asks for what it shows; each has its own only where its HTML is written. */
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

/** The names of modules are for servers that render pages at each request. */
function slimRegistry(source: string): string {
  return source
    .replaceAll(operationModules, '')
    .replaceAll(/\), "@[^"]+", require\.resolveWeak/g, '), "", require.resolveWeak');
}
