import type { ApiLine } from './api-index-data.ts';

/** APIs as the portal groups them: each group stands where its first API would; what is in no group is one without a heading. */
export function groupApis(apis: ApiLine[]): { heading?: string; apis: ApiLine[] }[] {
  const groups: { heading?: string; apis: ApiLine[] }[] = [];
  for (const api of apis) {
    const own = api.group === undefined ? groups.at(-1) : groups.find(({ heading }) => heading === api.group);
    if (own && own.heading === api.group) own.apis.push(api);
    else groups.push({ ...(api.group !== undefined && { heading: api.group }), apis: [api] });
  }
  return groups;
}
