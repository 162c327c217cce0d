import type { Profile } from '../dialect/profile.ts';
import type { ApiDocument } from '../openapi/load-api.ts';
import { profileFile } from '../openapi/profile-file.ts';
import { checkLifecycles } from './check-lifecycles.ts';
import { checkLinks } from './check-links.ts';
import type { ApiPlan } from './plan-types.ts';

/** Rejects a profile that names something its document does not have: such a rule would have no effect. */
export function checkProfile(profile: Profile, plan: ApiPlan, api: ApiDocument): void {
  checkStores(profile, plan, api.folder);
  checkHandlers(profile, api);
  checkLifecycles(profile, plan, api.document);
  checkLinks(profile, plan);
}

function checkStores(
  { resources = {}, mainRecords = {}, caching, versions }: Profile,
  plan: ApiPlan,
  folder: string,
): void {
  const references = Object.values(resources).flatMap(({ references = {} }) => Object.values(references));
  for (const store of [
    ...Object.keys(resources),
    ...Object.values(mainRecords),
    ...references,
    ...(caching?.stores ?? []),
    ...Object.values(versions?.older ?? {}).flatMap(({ shapes = {} }) => Object.keys(shapes)),
  ]) {
    if (plan.resources.has(store)) continue;
    const stores = [...plan.resources.keys()].join(', ');
    throw new Error(`${profileFile(folder).path}: there is no store "${store}"; the stores are ${stores}.`);
  }
}

function checkHandlers({ handlers = {} }: Profile, { operations, folder }: ApiDocument): void {
  const ids = operations.map(({ id }) => id);
  const unknown = Object.keys(handlers).find((id) => !ids.includes(id));
  if (unknown)
    throw new Error(
      `${profileFile(folder).path}: there is no operation "${unknown}"; the operations are ${ids.join(', ')}.`,
    );
}
