import { usePluginData } from '@docusaurus/useGlobalData';

/** What Docusaurus knows of the guides on every page; nothing where a portal has none. */
interface GuideData {
  versions: { path: string; mainDocId: string; docs: { id: string; path: string }[] }[];
}

export interface Guides {
  /** Whether this portal has a guide, by the last segment of its address: `errors`. */
  has: (name: string) => boolean;
  /** Where a newcomer begins to read: `quickstart`, else the first guide; undefined where there are none. */
  start: string | undefined;
}

/** The guides of this portal. Its provider writes them, so whatever links to one asks here first, or is a GuideLink. */
export function useGuides(): Guides {
  const data = usePluginData('docusaurus-plugin-content-docs', 'default') as GuideData | undefined;
  const version = data?.versions[0];
  if (!version) return { has: () => false, start: undefined };
  const { path, mainDocId, docs } = version;
  const has = (name: string) => docs.some((guide) => guide.path === `${path}/${name}`);
  const first = docs.find(({ id }) => id === mainDocId) ?? docs[0];
  const start = has('quickstart') ? `${path}/quickstart` : first?.path;
  return { has, start: start === undefined ? undefined : `/guides${start.slice(path.length)}` };
}
