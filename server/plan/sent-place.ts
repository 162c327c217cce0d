import { bareType } from '../../wire/media-types.ts';
import type { OpenApiDocument, Schema } from '../openapi/document-types.ts';
import { memoize } from '../openapi/memoize.ts';
import { shapeOf } from '../openapi/schema-shape.ts';
import { isAlike, plain } from './names.ts';
import { nameOf } from './path-segments.ts';
import type { OperationPlan } from './plan-types.ts';
import { wraps } from './wrappers.ts';

/**
 * The properties that may wrap the record in a request, of which one is sent: `data` of `{"data": {…}}`, `transaction` of `{"transaction": {…}}`, `contacts` of
 * `{"contacts": [{…}]}`. None where the body itself is the record.
 */
export function findSentPlaces(plan: OperationPlan, document: OpenApiDocument, mediaType: string): string[] {
  const places = placesOf(plan, document);
  return places.get(mediaType) ?? places.values().next().value ?? [];
}

/** By the media types of the body, without parameters. */
const placesOf = memoize((plan: OperationPlan, document: OpenApiDocument): Map<string, string[]> => {
  const content = Object.entries(plan.operation.requestBody?.content ?? {});
  return new Map(content.map(([type, { schema }]) => [bareType(type), findWrappers(plan, document, schema)]));
});

function findWrappers(plan: OperationPlan, document: OpenApiDocument, body: Schema | undefined): string[] {
  const { resource, operation, success } = plan;
  if (!resource?.schema) return [];
  const record = shapeOf(document, resource.schema);
  const { properties } = shapeOf(document, body);
  const name = nameOf(resource.itemPath ?? operation.path);
  const isOf = (key: string) =>
    wraps(key) || isAlike(key, name) || (success.recordAt ?? []).some((step) => plain(step) === plain(key));
  const found = Object.keys(properties).filter((key) => {
    const { types, items, properties: own, ref } = shapeOf(document, properties[key]);
    const inner = types.has('array') ? shapeOf(document, items) : { properties: own, ref };
    const names = Object.keys(inner.properties);
    const isSame = inner.ref !== undefined && inner.ref === record.ref;
    const isShared = names.filter((each) => Object.hasOwn(record.properties, each)).length * 2 > names.length;
    return names.length > 0 && !Object.hasOwn(record.properties, key) && (isSame || (isOf(key) && isShared));
  });
  // Beside it there may be a key of the request, but nothing of the record.
  const others = Object.keys(properties).filter((key) => Object.hasOwn(record.properties, key));
  return found.length < 3 && others.length < 2 ? found : [];
}

/** What was sent of the record: without its wrapper, if there is one. */
export function withoutWrapper(sent: Record<string, unknown>, places: string[]): Record<string, unknown> {
  const [place, other] = places.filter((name) => sent[name] !== undefined);
  const inner = place === undefined || other !== undefined ? undefined : sent[place];
  const one = Array.isArray(inner) && inner.length === 1 ? inner[0] : inner;
  return typeof one === 'object' && one !== null && !Array.isArray(one) ? (one as Record<string, unknown>) : sent;
}
