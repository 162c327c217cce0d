import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Profile } from '../dialect/profile.ts';
import { lazily } from '../openapi/lazily.ts';
import { type ApiDocument, loadApi } from '../openapi/load-api.ts';
import { loadPrepared } from '../openapi/prepared-documents.ts';
import { createRouter, type Router } from '../openapi/router.ts';
import { isServedApart } from '../openapi/servers.ts';
import { type Validator, validatorOf } from '../openapi/validator.ts';
import { checkLinks } from './check-links.ts';
import { embedInSeed } from './embed-records.ts';
import { checkLifecycles } from './lifecycle/check-lifecycles.ts';
import { planApi } from './plan/plan-api.ts';
import type { ApiPlan } from './plan/plan-types.ts';
import { findSeeds, type Seed } from './seed/read-seed.ts';

/** An API ready to be served: its document, its profile, and what the sandbox understood of both. */
export interface ServedApi extends ApiDocument {
  profile: Profile;
  plan: ApiPlan;
  router: Router;
  validator: Validator;
  /** Made when it is first asked for, where it comes of a document's examples. */
  readonly seed: Seed;
}

/** Loads one folder of `specs/`, as the build has prepared it where that is known; throws DocumentFaults when its document cannot be served. */
export async function serveApi(folder: string, documentsDir?: string): Promise<ServedApi> {
  return serveDocument(await (documentsDir === undefined ? loadApi(folder) : loadPrepared(documentsDir, folder)));
}

/** Puts a document that is loaded together with what lies beside it: the profile and the seed. */
export async function serveDocument(api: ApiDocument): Promise<ServedApi> {
  const { folder } = api;
  const profile = await loadProfile(folder);
  const plan = planApi(api, profile);
  checkStores(profile, plan, folder);
  checkHandlers(profile, api, folder);
  checkLifecycles(profile, plan, api.document);
  checkLinks(profile, plan);
  const readSeeds = await findSeeds(api, plan);
  const seed = lazily(() => embedInSeed({ ...api, plan, profile }, readSeeds()));
  return {
    ...api,
    profile,
    plan,
    router: createRouter(api.operations.filter((operation) => !isServedApart(api, operation))),
    validator: validatorOf(api.document),
    get seed() {
      return seed();
    },
  };
}

async function loadProfile(folder: string): Promise<Profile> {
  const file = join(folder, 'sandbox.ts');
  if (!existsSync(file)) return {};
  const { profile } = (await import(pathToFileURL(file).href)) as { profile?: Profile };
  if (!profile) throw new Error(`${file} must export "profile", made by defineProfile({…}).`);
  return profile;
}

/** A rule for a store that is not there would be kept by nobody. */
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
    throw new Error(`${join(folder, 'sandbox.ts')}: there is no store "${store}"; the stores are ${stores}.`);
  }
}

/** A handler of an operation that is not there would never be called. */
function checkHandlers({ handlers = {} }: Profile, { operations }: ApiDocument, folder: string): void {
  const ids = operations.map(({ id }) => id);
  const unknown = Object.keys(handlers).find((id) => !ids.includes(id));
  if (unknown)
    throw new Error(
      `${join(folder, 'sandbox.ts')}: there is no operation "${unknown}"; the operations are ${ids.join(', ')}.`,
    );
}
