import { say } from '../../answers/say.ts';
import type { Texts } from '../../answers/texts.ts';
import { memoize } from '../../openapi/memoize.ts';
import type { Operation } from '../../openapi/operations.ts';
import { shapeOf } from '../../openapi/schema-shape.ts';
import { withoutInternal } from '../../openapi/without-internal.ts';
import type { ApiPlan } from '../plan-types.ts';
import type { ServedApi } from '../served-api.ts';
import type { Explained } from './explanation.ts';

/** What is served and not shown, by `x-internal`: an operation, or parameters and properties of one. */
export function internalOf({ document, plan }: Explained, operation: Operation): Texts[] {
  const shown = shownOf(plan, document);
  if (shown.document === document) return [];
  const own = shown.operations.find(({ pointer }) => pointer === operation.pointer);
  if (!own) return [say('explain.internal-operation')];
  const left = new Set(namesOf(shown.document, own));
  const names = namesOf(document, operation).filter((name) => !left.has(name));
  return names.length > 0 ? [say('explain.internal-parts', { names: [...new Set(names)].join(', ') })] : [];
}

const shownOf = memoize((plan: ApiPlan, document: ServedApi['document']) =>
  withoutInternal({ document, operations: [...plan.operations.keys()] } as ServedApi),
);

/** The names of an operation's parameters, and of the properties of its bodies. */
function namesOf(document: ServedApi['document'], { parameters, requestBody, responses }: Operation): string[] {
  const contents = [requestBody, ...Object.values(responses)].flatMap((body) => Object.values(body?.content ?? {}));
  const shapes = contents.flatMap(({ schema }) => (schema ? [shapeOf(document, schema)] : []));
  const items = shapes.flatMap(({ items: item }) => (item ? [shapeOf(document, item)] : []));
  return [
    ...parameters.map(({ name }) => name),
    ...[...shapes, ...items].flatMap(({ properties }) => Object.keys(properties)),
  ];
}
