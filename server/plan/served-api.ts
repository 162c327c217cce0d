import type { Profile } from '../dialect/profile.ts';
import type { ApiDocument } from '../openapi/load-api.ts';
import type { Router } from '../openapi/router.ts';
import type { Validator } from '../openapi/validator.ts';
import type { ApiPlan } from './plan-types.ts';
import type { Seed } from './seed.ts';

/** An API ready to be served: its document, its profile, and what the sandbox understood of both. */
export interface ServedApi extends ApiDocument {
  profile: Profile;
  plan: ApiPlan;
  router: Router;
  validator: Validator;
  /** Made when it is first asked for, where it comes of a document's examples. */
  readonly seed: Seed;
}
