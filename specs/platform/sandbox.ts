import { problemDetails } from '../../server/dialect/errors/problem-details.ts';
import { defineProfile } from '../../server/dialect/profile.ts';

export const profile = defineProfile({
  errors: problemDetails,
});
