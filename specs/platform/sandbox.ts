import { defineProfile, entityTags, gradualThrottling, problemDetails } from 'cais/dialect';

export const profile = defineProfile({
  errors: problemDetails,
  limits: gradualThrottling({ requests: 300, seconds: 60, soft: 200, longest: 2 }),
  caching: entityTags(),
  simulation: false,
});
