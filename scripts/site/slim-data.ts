type Data = Record<string, unknown>;

interface SidebarItem extends Data {
  items?: SidebarItem[];
}

/** Data that Docusaurus gives every page and that none of these pages reads, by the ends of the files' names. */
const slimmers: [file: RegExp, slim: (source: string) => string][] = [
  [/docusaurus-plugin-content-docs[\\/]reference[\\/]p[\\/][^\\/]+\.json$/, slimVersion],
  [/[\\/]globalData\.json$/, slimGlobalData],
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

/** The names of modules are for servers that render pages at each request. */
function slimRegistry(source: string): string {
  return source.replaceAll(/\), "@[^"]+", require\.resolveWeak/g, '), "", require.resolveWeak');
}
