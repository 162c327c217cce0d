import type { Operation } from '../../../server/openapi/operations.ts';
import type { Role } from '../../../server/plan/plan-types.ts';
import type { ServedApi } from '../../../server/plan/served-api.ts';
import { code } from './markdown.ts';
import { findAction } from './moves.ts';
import { plansOf, say, type Works } from './works.ts';

type Rules = NonNullable<ServedApi['profile']['resources']>[string];

/** An event, when it is published, and the operations that cause it at once; `isTimed` if time causes it, too. */
export interface EventRow {
  type: string;
  when: string;
  operations: Operation[];
  isTimed?: boolean;
}

/** The events of the profile, then those that only the document describes. */
export function eventRows(works: Works): EventRow[] {
  const stores = Object.entries(works.api.profile.resources ?? {});
  const rows = stores.flatMap(([store, rules]) => rowsOf(works, store, rules));
  const known = new Set(rows.map(({ type }) => type));
  const described = Object.keys(works.api.document.webhooks ?? {}).filter((type) => !known.has(type));
  return [...rows, ...described.map((type) => ({ type, when: say(works, 'declared'), operations: [] }))];
}

function rowsOf(works: Works, store: string, { events, lifecycle, actions }: Rules): EventRow[] {
  const operationsOf = (...roles: Role[]) =>
    plansOf(works.api, ...roles)
      .filter(({ resource }) => resource?.store === store)
      .map(({ operation }) => operation);
  const { created = [], changed = [], deleted = [], states = {} } = events ?? {};
  const entered = Object.entries(states).flatMap(([state, types]) => {
    const moves = Object.entries(actions?.moves ?? {}).filter(([, { to }]) => to === state);
    const operations = [
      ...(state === lifecycle?.initial ? operationsOf('create') : []),
      ...moves.flatMap(([name]) => findAction(works, store, name) ?? []),
      ...(state === lifecycle?.cancel?.to ? operationsOf('delete') : []),
    ];
    const isTimed = lifecycle?.steps.some(({ to }) => to === state);
    return types.map((type) => ({
      type,
      when: say(works, 'entersState', { state: code(state) }),
      operations,
      isTimed,
    }));
  });
  const row = (when: 'created' | 'changed' | 'deleted', operations: Operation[]) => (type: string) => ({
    type,
    when: say(works, when),
    operations,
  });
  return [
    ...created.map(row('created', operationsOf('create'))),
    ...changed.map(row('changed', operationsOf('replace', 'change', 'act'))),
    ...deleted.map(row('deleted', operationsOf('delete'))),
    ...entered,
  ];
}
