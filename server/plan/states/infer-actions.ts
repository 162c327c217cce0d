import type { Actions } from '../../dialect/actions.ts';
import type { OpenApiDocument, Schema } from '../../openapi/document-types.ts';
import { flattenSchema } from '../../openapi/sample/flatten-schema.ts';
import { shapeOf } from '../../openapi/schema-shape.ts';
import { soundEnum } from '../../openapi/sound-enum.ts';
import { findFirstState, readStates, type State } from '../../openapi/states/read-states.ts';
import { isAlike, plain } from '../names.ts';
import { lastSegment, plainName } from '../path-segments.ts';
import type { OperationPlan, Resource } from '../plan-types.ts';
import { findStateAfter, statesBefore } from './lead-states.ts';

const stateNames = [
  /^(status|state|situacao|situação|estado)$/,
  /(status|state|situacao|situação|fase|phase|stage|etapa)$/,
];

/** The property that says in which state a record is, and its states. */
export function findStates(
  document: OpenApiDocument,
  { schema }: Pick<Resource, 'schema'>,
): { property: string; states: State[] } | undefined {
  const properties = Object.entries(shapeOf(document, schema).properties);
  for (const names of stateNames)
    for (const [property, declared] of properties.filter(([name]) => names.test(plain(name)))) {
      const values = soundEnum(flattenSchema(document, declared).schema) ?? [];
      const texts = values.filter((value): value is string => typeof value === 'string');
      if (texts.length > 1) return { property, states: readStates(texts) };
    }
  return undefined;
}

/**
 * What the actions on a record do to its state, guessed from their verbs and the states that the document lists; undefined where no
 * verb leads to a state.
 */
export function inferActions(
  document: OpenApiDocument,
  resource: Resource,
  plans: OperationPlan[],
): Actions | undefined {
  const actions = plans.filter(({ role }) => role === 'act');
  const known = actions.length > 0 ? findStates(document, resource) : undefined;
  if (!known) return undefined;
  const { property, states } = known;
  const moves = actions.flatMap(({ operation, endsBy }) => {
    const link = endsBy ?? plainName(lastSegment(operation.path)?.text ?? '');
    const verb = endsBy ?? verbOf(link, resource.store);
    const to = verb === undefined ? undefined : findStateAfter(verb, states);
    if (!verb || !to) return [];
    const timedBy = findTimeOf(document, resource, to);
    return [[link, { from: statesBefore(verb, to, states), to: to.value, ...(timedBy && { timedBy }) }] as const];
  });
  if (moves.length === 0) return undefined;
  return { property, initial: findFirstState(states), moves: Object.fromEntries(moves) };
}

/** The one verb of an action, which may name what it acts on, too: `cancel`, `{name}:cancel`, `cancelOrder`; or a state: `mark-as-paid`. */
function verbOf(link: string, store: string): string | undefined {
  const text = link.split(':').at(-1) ?? '';
  const words = text
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  const [first = '', ...rest] = words;
  if (rest.length === 0 || /^(mark|set|make|move)$/i.test(first)) return text;
  return isAlike(rest.join(''), store) ? first : undefined;
}

/** The property that says when a record got into a state: `captured_at`, `devolvido_em`, `date_closed`. */
function findTimeOf(document: OpenApiDocument, { schema }: Resource, { name }: State): string | undefined {
  const { properties } = shapeOf(document, schema);
  return Object.keys(properties).find((property) => {
    const own = plain(property);
    const rest = own.startsWith(name) ? own.slice(name.length) : own.endsWith(name) ? own.slice(0, -name.length) : '';
    return (
      /^(at|on|em|en|time|date|datetime|timestamp|data|dt)$/.test(rest) && !isBoolean(document, properties[property])
    );
  });
}

function isBoolean(document: OpenApiDocument, schema: Schema | undefined): boolean {
  return shapeOf(document, schema).types.has('boolean');
}
