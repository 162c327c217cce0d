import type { Profile } from '../dialect/profile.ts';
import type { Fault } from '../openapi/faults.ts';
import { forPortal } from '../openapi/for-portal.ts';
import { createFaultBook, type FaultBook } from '../openapi/isolation/fault-book.ts';
import { isolateNow, isolateOperations, locate } from '../openapi/isolation/isolate.ts';
import { lazily } from '../openapi/lazily.ts';
import { type ApiDocument, loadApi } from '../openapi/load-api.ts';
import { loadPrepared } from '../openapi/prepared-documents.ts';
import { createRouter } from '../openapi/router.ts';
import { isServedApart } from '../openapi/servers.ts';
import { validatorOf } from '../openapi/validator.ts';
import { checkProfile } from '../plan/check-profile.ts';
import { planApi } from '../plan/plan-api.ts';
import type { ServedApi } from '../plan/served-api.ts';
import { withInferredRules } from '../plan/with-inferred-rules.ts';
import { loadProfile } from '../profiles/load-profile.ts';
import type { ApiSettings } from '../settings/portal/portal-config.ts';
import { findSeeds } from './seed/read-seed.ts';

/**
 * Loads one folder of `specs/`, from the build's parsed copy if there is one; throws DocumentFaults when it cannot be served.
 * Operations that cannot be are left out, and noted.
 */
export async function serveApi(
  folder: string,
  documentsDir?: string,
  faults?: FaultBook,
  settings: ApiSettings = {},
): Promise<ServedApi> {
  const api = await (documentsDir === undefined ? loadApi(folder) : loadPrepared(documentsDir, folder));
  return serveDocument(forPortal(api, settings), faults);
}

/** Combines a loaded document with the profile and the seed beside it; the seed may be another file. */
export async function serveDocument(
  api: ApiDocument,
  faults: FaultBook = createFaultBook(),
  seedFile?: string,
): Promise<ServedApi> {
  const { slug, folder } = api;
  faults.note(slug, 'document', api.faults);
  const profile = await locate('profile', folder, () => loadProfile(folder));
  const planned = isolateOperations(faults, 'plan', api, (own) => planDocument(own, profile));
  // Profile and seed may name what was left out of the document.
  const isWhole = planned.operations.length === api.operations.length && !api.faults.some(losesMoreThanTexts);
  if (isWhole) await locate('profile', folder, () => checkProfile(profile, planned.plan, planned));
  const makeSeed = await locate('profile', folder, () =>
    findSeeds(planned, planned.plan, { named: seedFile, isWhole }),
  );
  const seed = lazily(() => isolateNow(faults, 'seed', planned, makeSeed) ?? []);
  return {
    ...planned,
    written: profile,
    profile: withInferredRules(profile, planned.plan, planned.document),
    validator: validatorOf(planned.document),
    get seed() {
      return seed();
    },
  };
}

/** The API with what is made of all its operations together. */
function planDocument(api: ApiDocument, profile: Profile): ApiDocument & Pick<ServedApi, 'plan' | 'router'> {
  const served = api.operations.filter((operation) => !isServedApart(api, operation));
  return { ...api, plan: planApi(api, profile), router: createRouter(served) };
}

function losesMoreThanTexts({ stage }: Fault): boolean {
  return stage !== 'overlay';
}
