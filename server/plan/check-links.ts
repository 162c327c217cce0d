import type { Profile } from '../dialect/profile.ts';
import type { Operation } from '../openapi/operations.ts';
import { findLinkTo } from './find-link-to.ts';
import type { ApiPlan } from './plan-types.ts';

/** Rejects links to unknown operations, and actions without a link: they could never be followed. */
export function checkLinks(profile: Profile, plan: ApiPlan): void {
  const operations = new Map<string, Operation>(
    [...plan.operations.keys()].map((operation) => [operation.id, operation]),
  );
  for (const [store, { links = {}, actions }] of Object.entries(profile.resources ?? {})) {
    const lost = Object.entries(links).find(([, operationId]) => !operations.has(operationId));
    if (lost)
      throw new Error(`The link "${lost[0]}" of "${store}" points to "${lost[1]}", but there is no such operation.`);
    const own = [...plan.operations.values()].filter(({ resource }) => resource?.store === store);
    const names = new Set([
      ...Object.keys(links),
      ...own.flatMap((operation) => findLinkTo({ profile }, operation) ?? []),
    ]);
    const unknown = Object.keys(actions?.moves ?? {}).find((name) => !names.has(name));
    if (unknown)
      throw new Error(`"${store}" has no link "${unknown}"; its actions may be ${[...names].join(', ') || 'none'}.`);
  }
}
