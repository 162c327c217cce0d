import type { Profile, ResourceRules } from './profile.ts';

const none: ResourceRules = {};

/** The rules that a profile has for a store. */
export function rulesOf({ resources }: Profile, store: string): ResourceRules {
  return resources?.[store] ?? none;
}
