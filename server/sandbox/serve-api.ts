import { lazily } from '../openapi/lazily.ts';
import { type ApiDocument, loadApi } from '../openapi/load-api.ts';
import { loadPrepared } from '../openapi/prepared-documents.ts';
import { createRouter } from '../openapi/router.ts';
import { isServedApart } from '../openapi/servers.ts';
import { validatorOf } from '../openapi/validator.ts';
import { checkProfile } from '../plan/check-profile.ts';
import { planApi } from '../plan/plan-api.ts';
import type { ServedApi } from '../plan/served-api.ts';
import { loadProfile } from '../profiles/load-profile.ts';
import { findSeeds } from './seed/read-seed.ts';

/**
 * Loads one folder of `specs/`, from the build's parsed copy if there is one; throws DocumentFaults when its document cannot
 * be served.
 */
export async function serveApi(folder: string, documentsDir?: string): Promise<ServedApi> {
  return serveDocument(await (documentsDir === undefined ? loadApi(folder) : loadPrepared(documentsDir, folder)));
}

/** Combines a loaded document with the profile and the seed beside it; the seed may be another file. */
export async function serveDocument(api: ApiDocument, seedFile?: string): Promise<ServedApi> {
  const { folder } = api;
  const profile = await loadProfile(folder);
  const plan = planApi(api, profile);
  checkProfile(profile, plan, api);
  const seed = lazily(await findSeeds(api, plan, seedFile));
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
