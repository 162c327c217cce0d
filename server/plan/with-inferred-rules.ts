import type { Profile, ResourceRules } from '../dialect/profile.ts';
import type { OpenApiDocument } from '../openapi/document-types.ts';
import type { ApiPlan } from './plan-types.ts';
import { inferActions } from './states/infer-actions.ts';
import { inferEvents } from './webhooks/infer-events.ts';

/**
 * A profile with what its document lets guess of its records: what actions do to their states, where it says nothing about the states of
 * a store; and the events that its webhooks tell, where it has none. What is refused is a conflict (409) then, unless it has another
 * status for it.
 */
export function withInferredRules(profile: Profile, plan: ApiPlan, document: OpenApiDocument): Profile {
  const given = profile.resources ?? {};
  const plans = Map.groupBy(plan.operations.values(), ({ resource }) => resource);
  const hasEvents = profile.events !== undefined || Object.values(given).some(({ events }) => events);
  const events = hasEvents ? undefined : inferEvents(document, plan);
  const inferred = [...plan.resources.values()].flatMap((resource): [string, ResourceRules][] => {
    const { store } = resource;
    const { lifecycle, actions } = given[store] ?? {};
    const own = (plans.get(resource) ?? []).filter(({ operation }) => !profile.handlers?.[operation.id]);
    const guessed = {
      ...(!lifecycle && !actions && optional('actions', inferActions(document, resource, own))),
      ...optional('events', events?.rules.get(store)),
    };
    return Object.keys(guessed).length > 0 ? [[store, { ...given[store], ...guessed }]] : [];
  });
  if (inferred.length === 0) return profile;
  return {
    ...profile,
    ...optional('events', events?.format),
    statuses: { not_offered: 409, ...profile.statuses },
    resources: { ...given, ...Object.fromEntries(inferred) },
  };
}

function optional<Name extends string, Value>(name: Name, value: Value | undefined): { [Key in Name]?: Value } {
  return (value === undefined ? {} : { [name]: value }) as { [Key in Name]?: Value };
}
