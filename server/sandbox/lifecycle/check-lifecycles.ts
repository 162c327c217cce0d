import { statesOf } from '../../dialect/lifecycle.ts';
import type { Profile } from '../../dialect/profile.ts';
import type { OpenApiDocument } from '../../openapi/document-types.ts';
import { resolve } from '../../openapi/resolve.ts';
import { shapeOf } from '../../openapi/schema-shape.ts';
import type { ApiPlan } from '../plan/plan-types.ts';

/** Refuses a lifecycle or events that name a property or a state which the document does not know: nobody would ever see it. */
export function checkLifecycles({ resources = {} }: Profile, plan: ApiPlan, document: OpenApiDocument): void {
  for (const [store, { lifecycle, events }] of Object.entries(resources)) {
    const schema = plan.resources.get(store)?.schema;
    const states =
      lifecycle && declaredStates(document, schema && shapeOf(document, schema).properties[lifecycle.property]);
    if (lifecycle && !states)
      throw new Error(`"${store}" has no property "${lifecycle.property}" that declares its states in an enum.`);
    const named = [...(lifecycle ? statesOf(lifecycle) : []), ...Object.keys(events?.states ?? {})];
    const unknown = named.find((state) => !states?.includes(state));
    if (unknown)
      throw new Error(
        `"${store}" cannot be "${unknown}": its states are ${states?.join(', ') ?? 'told by no lifecycle'}.`,
      );
  }
}

function declaredStates(document: OpenApiDocument, property: object | undefined): string[] | undefined {
  const values = property && resolve<{ enum?: unknown[] }>(document, property).enum;
  return values?.map(String);
}
