import type { ServedApi } from '../../../server/plan/served-api.ts';
import type { ApiIndexData } from '../../../src/documents/api-index-data.ts';
import type { VersionRef } from '../../../src/documents/operation-versions.ts';
import type { Versions } from './find-versions.ts';
import { endOf } from './operation-versions.ts';

/** What the overview of an API tells of its versions: those of its own document stand on that page. */
export function versionsOfApi(
  versions: Versions,
  slug: string,
  served: ReadonlyMap<string, ServedApi>,
): Pick<ApiIndexData, 'versions' | 'ends'> {
  const all = versions.ofApi(slug);
  if (all.length === 0) return {};
  const refs = all.map(({ version, api, isOlder }, index): VersionRef => {
    const isHere = api.slug === slug;
    const isWithin = isHere && all.every((each) => each.api.slug === slug);
    const isCurrent = isHere && (!isWithin || index === 0);
    const to = isWithin ? (isOlder ? `#version-${version}` : '#operations') : `/reference/${api.slug}`;
    return { name: version, ...(!isCurrent && { to }), isCurrent, isOlder };
  });
  const older = all.filter(({ api, isOlder }) => isOlder && api.slug === slug);
  const ends = older.map(({ version }) => [version, endOf(served.get(slug), version)]);
  return { versions: refs, ...(ends.length > 0 && { ends: Object.fromEntries(ends) }) };
}
