import type { Profile } from '../dialect/profile.ts';
import type { ApiDocument } from '../openapi/load-api.ts';
import type { Router } from '../openapi/router.ts';
import type { Validator } from '../openapi/validator.ts';
import type { ApiPlan } from './plan-types.ts';
import type { Seed } from './seed.ts';

/** An API ready to be served: its document, its profile, and the plan made from both. */
export interface ServedApi extends ApiDocument {
  /** What its provider wrote, and what is inferred where that says nothing. */
  profile: Profile;
  /** The profile as its provider wrote it: empty where there is none. */
  written: Profile;
  plan: ApiPlan;
  router: Router;
  validator: Validator;
  /** Made lazily if it comes from the document's examples. */
  readonly seed: Seed;
}
