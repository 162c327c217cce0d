import type { Profile, ResourceRules } from './profile.ts';

const none: ResourceRules = {};

/** The rules of a profile for a store. */
export function rulesOf({ resources }: Profile, store: string): ResourceRules {
  return resources?.[store] ?? none;
}
