import { joinTexts, say } from '../../answers/say.ts';
import { complete, type OwnTexts, type Texts } from '../../answers/texts.ts';
import type { Operator } from '../../dialect/filters/condition.ts';
import type { OperationPlan, Resource, Role } from '../plan-types.ts';
import { placeOfList } from '../record-place.ts';
import { arrows, factOf } from './explain-store.ts';
import type { Explained, OperationExplanation } from './explanation.ts';
import { hintsOf } from './hints.ts';
import { internalOf } from './internal-parts.ts';

const roles: Record<Role, Texts> = {
  list: say('explain.roles.list'),
  count: say('explain.roles.count'),
  create: say('explain.roles.create'),
  read: say('explain.roles.read'),
  replace: say('explain.roles.replace'),
  change: say('explain.roles.change'),
  delete: say('explain.roles.delete'),
  'read-singleton': say('explain.roles.read-singleton'),
  'write-singleton': say('explain.roles.write-singleton'),
  'delete-singleton': say('explain.roles.delete-singleton'),
  'write-many': say('explain.roles.write-many'),
  'delete-many': say('explain.roles.delete-many'),
  act: say('explain.roles.act'),
  represent: say('explain.roles.represent'),
  keep: say('explain.roles.keep'),
  gone: say('explain.roles.gone'),
  stateless: say('explain.roles.stateless'),
};

const ownHandler: Texts = say('explain.own-handler');

/** Explains how an operation is interpreted and why, with hints on what a profile could add. */
export function explainOperation(api: Explained, plan: OperationPlan): OperationExplanation {
  const { operation, resource, parents, idParameter, list, pager, linksPages, filters, success, version, idempotency } =
    plan;
  const isHandled = api.profile.handlers?.[operation.id] !== undefined;
  const above = parents.map(({ parameter, store }) => `{${parameter}} ${store ?? '?'}`).join(', ');
  const place = list?.key && placeOfList(list).join('.');
  const facts: [Texts, OwnTexts | string | undefined][] = [
    [say('explain.facts.role'), roleOf(plan)],
    [say('explain.facts.handler'), isHandled ? ownHandler : undefined],
    [say('explain.facts.store'), resource?.store],
    [say('explain.facts.below'), resource && above],
    [say('explain.facts.id-key'), resource && idOf(resource, idParameter ?? plan.idFrom?.name)],
    [say('explain.facts.list'), list && (place ? say('explain.list-in', { place }) : say('explain.list-alone'))],
    [say('explain.facts.pages'), list && (pager ? pagesOf(pager.name, linksPages) : notPaged)],
    [
      say('explain.facts.filters'),
      arrows({
        ...plan.pathFilters,
        ...filters,
        ...boundsOf(plan),
        ...(plan.toldFilter && { [plan.toldFilter]: '*' }),
      }),
    ],
    [
      say('explain.facts.response'),
      joinTexts(
        [
          String(success.status),
          success.mediaType ?? '',
          success.recordAt ? say('explain.record-in', { key: success.recordAt.join('.') }) : '',
        ].filter((part) => part !== ''),
        ' ',
      ),
    ],
    [say('explain.facts.retries'), api.profile.idempotency ? undefined : idempotency?.name],
    [say('explain.facts.version'), version],
  ];
  return {
    id: operation.id,
    slug: operation.slug,
    method: operation.method.toUpperCase(),
    path: operation.path,
    facts: facts.flatMap(([name, text]) => factOf(name, text)),
    why: plan.why,
    hints: [...(isHandled ? [] : hintsOf(api, plan)), ...internalOf(api, operation)],
  };
}

function pagesOf(pages: OwnTexts, linksPages = false): Texts {
  return linksPages ? say('explain.with-link', { pages }) : complete(pages);
}

const notPaged: Texts = say('explain.not-paged');

function roleOf({ role, putCreates }: OperationPlan): Texts {
  return putCreates ? say('explain.or-creates', { role: roles[role] }) : roles[role];
}

function idOf({ idKey, idType }: Resource, parameter: string | undefined): Texts {
  const key = idKey ?? say('explain.path-alone');
  return parameter
    ? say('explain.id-from', { key, type: idType, parameter })
    : say('explain.id', { key, type: idType });
}

const signs: Partial<Record<Operator, string>> = { gte: '≥', gt: '>', lte: '≤', lt: '<' };

/** The parameters that bound a property, and which end of it. */
function boundsOf({ ranges = [] }: OperationPlan): Record<string, string> {
  return Object.fromEntries(
    ranges.map(({ parameter, part, property, operator }) => [
      part === undefined ? parameter : `${parameter}[${part}]`,
      [property, signs[operator]].filter(Boolean).join(' '),
    ]),
  );
}
