import { entityTags } from '../../server/dialect/caching/caching.ts';
import { problemDetails } from '../../server/dialect/errors/problem-details.ts';
import { gradualThrottling } from '../../server/dialect/limits/gradual-throttling.ts';
import { defineProfile } from '../../server/dialect/profile.ts';

export const profile = defineProfile({
  errors: problemDetails,
  limits: gradualThrottling({ requests: 300, seconds: 60, soft: 200, longest: 2 }),
  caching: entityTags(),
  simulation: false,
});
