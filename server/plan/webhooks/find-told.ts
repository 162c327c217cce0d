import type { MediaType, OpenApiDocument, PathItem, RequestBody, Schema } from '../../openapi/document-types.ts';
import { preferredMediaType } from '../../openapi/examples.ts';
import { resolve } from '../../openapi/resolve.ts';
import { shapeOf } from '../../openapi/schema-shape.ts';
import { isAlike, plain } from '../names.ts';
import type { ApiPlan, RecordPlace, Resource } from '../plan-types.ts';
import { isSame, schemaAt } from '../record-place.ts';
import { findStates } from '../states/infer-actions.ts';

type Happening = 'created' | 'changed' | 'deleted' | { state: string };

/** What a webhook tells of the records of a store, and where its body has the record. */
export interface Told {
  resource: Resource;
  happening: Happening;
  media: MediaType;
  place: RecordPlace;
}

const words: [Exclude<Happening, object>, RegExp][] = [
  ['created', /(created|create|added|add|inserted|new|registered|criad[oa]|cadastrad[oa]|cread[oa]|nov[oa]|nuev[oa])$/],
  [
    'changed',
    /(updated|update|changed|change|modified|edited|alterad[oa]|atualizad[oa]|actualizad[oa]|modificad[oa])$/,
  ],
  ['deleted', /(deleted|delete|removed|remove|destroyed|excluid[oa]|removid[oa]|eliminad[oa]|apagad[oa])$/],
];

/** What a webhook tells, by the schema of a record in its body and by its name; undefined where one of them says nothing. */
export function findTold(
  document: OpenApiDocument,
  plan: ApiPlan,
  type: string,
  item: PathItem | { $ref: string },
): Told | undefined {
  const sent = resolve<PathItem>(document, item).post?.requestBody;
  const { content = {} } = sent ? resolve<RequestBody>(document, sent) : {};
  const media = content[preferredMediaType(content) ?? ''];
  if (!media?.schema) return undefined;
  for (const resource of plan.resources.values()) {
    const place = resource.schema && findPlace(document, media.schema, resource.schema);
    const happening = place && happeningOf(document, resource, type);
    if (place && happening) return { resource, happening, media, place };
  }
  return undefined;
}

/** Where a body has a record: in itself, in one of its properties, or in one of theirs. */
function findPlace(document: OpenApiDocument, body: Schema, record: Schema): RecordPlace | undefined {
  if (isSame(document, body, record)) return [];
  const outer = Object.keys(shapeOf(document, body).properties).map((name) => [name]);
  const inner = outer.flatMap((place) =>
    Object.keys(shapeOf(document, schemaAt(document, body, place)).properties).map((name) => [...place, name]),
  );
  return [...outer, ...inner].find((place) => isSame(document, schemaAt(document, body, place), record));
}

/** What a webhook says by its name: `order.created`, `newPet`, `invoicePaid`. */
function happeningOf(document: OpenApiDocument, resource: Resource, type: string): Happening | undefined {
  const name = plain(type);
  const [first, ...rest] = type.split(/[^\p{L}\p{N}]+|(?<=\p{Ll})(?=\p{Lu})/u);
  const ends = [name, ...(first && isAlike(rest.join(''), resource.store) ? [plain(first)] : [])];
  const usual = words.find(([, each]) => ends.some((end) => each.test(end)))?.[0];
  if (usual) return usual;
  const states = findStates(document, resource)?.states ?? [];
  const state = states.find((each) => each.name !== '' && name.endsWith(each.name));
  return state && { state: state.value };
}
