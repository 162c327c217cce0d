import type { EventFormat, EventRules } from '../../dialect/events.ts';
import type { OpenApiDocument } from '../../openapi/document-types.ts';
import { exampleOfMediaType } from '../../openapi/examples.ts';
import type { ApiPlan } from '../plan-types.ts';
import { changeAt } from '../record-place.ts';
import { findTold } from './find-told.ts';
import { withOwnFacts } from './with-own-facts.ts';

/** What the webhooks of a document say of the records of its stores, and how their bodies are written. */
export interface InferredEvents {
  /** By store. */
  rules: Map<string, EventRules>;
  format: EventFormat;
}

/** The record in an event, whatever its body calls it. */
const told = 'record';

/**
 * Guesses from the webhooks of a document which of them tell what of the records of which store: by the schema of the record in their
 * bodies, and by their names. Those that say neither are left to test events.
 */
export function inferEvents(document: OpenApiDocument, plan: ApiPlan): InferredEvents | undefined {
  const types = new Map(
    Object.entries(document.webhooks ?? {}).flatMap(([type, item]) => {
      const found = findTold(document, plan, type, item);
      return found ? [[type, found] as const] : [];
    }),
  );
  if (types.size === 0) return undefined;
  const rules = new Map<string, EventRules>();
  for (const [type, { resource, happening }] of types) {
    const own = rules.getOrInsertComputed(resource.store, () => ({ name: told }));
    if (typeof happening === 'string') own[happening] = [...(own[happening] ?? []), type];
    else own.states = { ...own.states, [happening.state]: [...(own.states?.[happening.state] ?? []), type] };
  }
  return {
    rules,
    format: ({ type, createdAt, data }) => {
      const { media, place } = types.get(type) ?? {};
      const record = data[told];
      if (!media || !place) return record;
      const example = exampleOfMediaType(document, media, 'response');
      return changeAt(
        place.length === 0 ? record : withOwnFacts(document, media.schema, example, createdAt),
        place,
        () => record,
      );
    },
  };
}
