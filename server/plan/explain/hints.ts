import { say } from '../../answers/say.ts';
import type { Texts } from '../../answers/texts.ts';
import type { Profile } from '../../dialect/profile.ts';
import { findLinkTo } from '../find-link-to.ts';
import type { OperationPlan } from '../plan-types.ts';
import type { Explained } from './explanation.ts';

/** What the document leaves open about an operation, and which profile property would settle it. */
export function hintsOf({ profile, written }: Pick<Explained, 'profile' | 'written'>, plan: OperationPlan): Texts[] {
  const { operation, role, resource, list, pager } = plan;
  const hints: Texts[] = [];
  if (role === 'stateless') hints.push(writeHandler(operation.id));
  if (role === 'act' && resource && !isActionKnown(profile, written, plan)) hints.push(describeChanges);
  if (role === 'list' && list && !pager) hints.push(declarePages);
  if (resource && !resource.idKey && plan.idParameter) hints.push(nameTheId(plan.idParameter));
  if (resource?.discoverableAt?.size === 0) hints.push(anyIdExists);
  const ignored = role === 'gone' || role === 'stateless' ? [] : ignoredParameters(profile, plan);
  if (ignored.length > 0) hints.push(parametersIgnored(ignored));
  return hints;
}

/** Whether the rules of a store say what an action does to its records. */
function isActionKnown(profile: Profile, written: Profile, plan: OperationPlan): boolean {
  const store = plan.resource?.store ?? '';
  const { moves = {} } = profile.resources?.[store]?.actions ?? {};
  return written.resources?.[store]?.actions !== undefined || Object.hasOwn(moves, findLinkTo({ profile }, plan) ?? '');
}

/** Query parameters that the document declares but the sandbox ignores. */
function ignoredParameters(
  profile: Profile,
  { operation, list, pager, filters, ranges = [], idFrom, many }: OperationPlan,
): string[] {
  // A profile's filters handle every other name.
  if (list && profile.filters) return [];
  const read = new Set([
    ...(profile.fields?.parameters ?? []),
    ...(list
      ? [
          ...(pager?.parameters ?? []),
          ...Object.keys(filters),
          ...ranges.map(({ parameter }) => parameter),
          ...(profile.sort?.parameters ?? []),
        ]
      : []),
    ...[idFrom?.name, many?.key].filter((name) => name !== undefined),
    ...(list && profile.lastChange ? [profile.lastChange.parameter] : []),
  ]);
  return operation.parameters.flatMap(({ in: place, name }) => (place === 'query' && !read.has(name) ? [name] : []));
}

const writeHandler = (id: string): Texts => say('hints.write-handler', { id });

const describeChanges: Texts = say('hints.describe-changes');

const declarePages: Texts = say('hints.declare-pages');

const nameTheId = (parameter: string): Texts => say('hints.name-id', { parameter });

const anyIdExists: Texts = say('hints.any-id');

const parametersIgnored = (names: string[]): Texts => say('hints.parameters-ignored', { names: names.join(', ') });
