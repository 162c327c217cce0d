import { statesOfActions } from '../dialect/actions.ts';
import { statesOf } from '../dialect/lifecycle.ts';
import type { Profile } from '../dialect/profile.ts';
import type { OpenApiDocument } from '../openapi/document-types.ts';
import { resolve } from '../openapi/resolve.ts';
import { shapeOf } from '../openapi/schema-shape.ts';
import type { ApiPlan } from './plan-types.ts';

/** Rejects a lifecycle, actions or events that name a property or state that the document does not declare. */
export function checkLifecycles({ resources = {} }: Profile, plan: ApiPlan, document: OpenApiDocument): void {
  for (const [store, { lifecycle, actions, events }] of Object.entries(resources)) {
    const schema = plan.resources.get(store)?.schema;
    const property = lifecycle?.property ?? actions?.property;
    const states =
      property === undefined
        ? undefined
        : declaredStates(document, schema && shapeOf(document, schema).properties[property]);
    if (property !== undefined && !states)
      throw new Error(`"${store}" has no property "${property}" that declares its states in an enum.`);
    const named = [
      ...(lifecycle ? statesOf(lifecycle) : []),
      ...(actions ? statesOfActions(actions) : []),
      ...Object.keys(events?.states ?? {}),
    ];
    const unknown = named.find((state) => !states?.includes(state));
    if (unknown)
      throw new Error(
        `"${store}" cannot be "${unknown}": its states are ${states?.join(', ') ?? 'declared by no lifecycle and no actions'}.`,
      );
  }
}

function declaredStates(document: OpenApiDocument, property: object | undefined): string[] | undefined {
  const values = property && resolve<{ enum?: unknown[] }>(document, property).enum;
  return values?.map(String);
}
