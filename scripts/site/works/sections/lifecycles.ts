import type { ServedApi } from '../../../../server/plan/served-api.ts';
import { creationsOf } from '../create-record.ts';
import { code, list, table } from '../markdown.ts';
import { findAction } from '../moves.ts';
import { isSuccess, showCode } from '../show-call.ts';
import { plansOf, type Section, say, titleOf, type Works } from '../works.ts';
import { type Call, writeCurl } from '../write-curl.ts';

type Rules = NonNullable<ServedApi['profile']['resources']>[string];

/** The states of records: steps that come by themselves, actions, and a record that goes through its steps. */
export async function lifecycles(works: Works): Promise<Section | undefined> {
  const parts: string[] = [];
  for (const [store, rules] of Object.entries(works.api.profile.resources ?? {})) {
    if (!rules.lifecycle && !rules.actions) continue;
    const steps = rules.lifecycle ? describeSteps(works, rules.lifecycle) : [];
    const actions = rules.actions ? describeActions(works, store, rules.actions) : [];
    parts.push(`### ${code(store)} {/* #${idOf(store)} */}`, ...steps, ...actions);
    if (rules.lifecycle) parts.push(...(await showSteps(works, store, rules.lifecycle)));
  }
  return parts.length > 0 ? { id: 'states', title: say(works, 'states'), parts } : undefined;
}

function describeSteps(
  works: Works,
  { property, initial, steps, cancel, outcome }: NonNullable<Rules['lifecycle']>,
): string[] {
  const rows = steps.map(({ from, to, after }) => [
    code(from),
    code(to),
    say(works, 'seconds', { count: after / 1000 }),
  ]);
  const magic = Object.entries(outcome?.magic?.outcomes ?? {}).map(([prefix, to]) =>
    say(works, 'magic', { property: code(outcome?.magic?.property ?? ''), prefix: code(prefix), to: code(to) }),
  );
  const canceled = cancel
    ? [say(works, 'canceled', { from: cancel.from.map(code).join(', '), to: code(cancel.to) })]
    : [];
  const notes = [...magic, ...canceled];
  return [
    say(works, 'lifecycle', { property: code(property), initial: code(initial) }),
    table([say(works, 'fromState'), say(works, 'toState'), say(works, 'after')], rows),
    ...(notes.length > 0 ? [list(notes)] : []),
  ];
}

function describeActions(works: Works, store: string, { moves }: NonNullable<Rules['actions']>): string[] {
  const rows = Object.entries(moves).map(([name, { from, needs, to }]) => {
    const operation = findAction(works, store, name);
    const when = from
      ? from.map(code).join(', ')
      : needs
        ? say(works, 'needs', { property: code(needs) })
        : say(works, 'always');
    return [operation ? titleOf(works, operation) : code(name), when, to ? code(to) : '–'];
  });
  return [say(works, 'actions'), table([say(works, 'action'), say(works, 'offeredIn'), say(works, 'toState')], rows)];
}

/** Creates a record, advances the clock by all its steps, and reads it. */
async function showSteps(works: Works, store: string, lifecycle: NonNullable<Rules['lifecycle']>): Promise<string[]> {
  const read = plansOf(works.api, 'read').find(({ resource }) => resource?.store === store);
  const [creation] = creationsOf(works, (each) => each === store);
  const idKey = creation?.plan.resource?.idKey;
  const place = [...(creation?.plan.success.recordAt ?? []), idKey ?? ''];
  if (!creation || !read || !idKey || !place.every((name) => /^[A-Za-z_]\w*$/.test(name))) return [];
  const curl = writeCurl(works.api, creation.call);
  const create = `export ID=$(${curl} \\\n  | node -pe 'JSON.parse(require("fs").readFileSync(0,"utf8")).${place.join('.')}')`;
  const first = await showCode(works, create, isSuccess, { only: [idKey, lifecycle.property] });
  if (!first) return [];
  const seconds = lifecycle.steps.reduce((sum, { after }) => sum + after, 0) / 1000;
  const address = `${creation.call.address.replace(/\?.*/, '')}/$ID`;
  const call: Call = { operation: read.operation, address };
  const later = `curl -s -X PATCH http://localhost:3000/platform/v1/workspace/clock \\
  -H "Authorization: Bearer $CAIS_KEY" \\
  -H "Content-Type: application/json" \\
  -d '{"advance_seconds": ${Math.ceil(seconds)}}' > /dev/null
${writeCurl(works.api, call)}`;
  const second = await showCode(works, later, isSuccess, { only: [idKey, lifecycle.property] });
  return second ? [...first.parts, say(works, 'advance'), ...second.parts] : first.parts;
}

/** An id on the page; a store may be called anything. */
function idOf(store: string): string {
  return `state-${store.toLowerCase().replaceAll(/[^\p{L}\p{N}_-]+/gu, '-')}`;
}
