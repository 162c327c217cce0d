import type { OpenApiDocument, PathItem, RequestBody } from '../../openapi/document-types.ts';
import { exampleOfMediaType, preferredMediaType } from '../../openapi/examples.ts';
import { resolve } from '../../openapi/resolve.ts';
import type { ServedApi } from '../../plan/served-api.ts';
import { bodiesOfEvent, type EventBodies, timeOfEvent } from '../../records/event-bodies.ts';
import { showRecord } from '../../records/show/show-record.ts';
import { exampleInState } from './example-in-state.ts';

/** An event with the document's example of what it is about. */
export interface ExampleEvent extends EventBodies {
  recordId: string;
}

interface Circumstances {
  store: string;
  type: string;
  at: Date;
  baseUrl: string;
}

/** Makes an event of a type as a change of the example record would cause it; undefined if the document has none. */
export async function findExampleEvent(
  api: ServedApi,
  { store, type, at, baseUrl }: Circumstances,
): Promise<ExampleEvent | undefined> {
  const resource = api.plan.resources.get(store);
  if (!resource) return documentedEvent(api.document, type);
  const example = await exampleInState(api, resource, type, at);
  const shown = showRecord(api, store, example, baseUrl);
  const facts = { document: api.document, at: timeOfEvent(api, at), find: async () => undefined };
  const [bodies] = await bodiesOfEvent(api, { store, type, shown, facts });
  return bodies && { ...bodies, recordId: String(example[resource.idKey ?? 'id'] ?? type) };
}

/** An event that only the document's `webhooks` describe, with its example. */
function documentedEvent(document: OpenApiDocument, type: string): ExampleEvent | undefined {
  const webhook = document.webhooks?.[type];
  const sent = webhook && resolve<PathItem>(document, webhook).post?.requestBody;
  const { content = {} } = sent ? resolve<RequestBody>(document, sent) : {};
  const mediaType = preferredMediaType(content);
  const media = mediaType === undefined ? undefined : content[mediaType];
  // It is the API that sends it, so it has what only the API sets.
  const payload = media ? exampleOfMediaType(document, media, 'response') : {};
  return webhook && { payload, olderPayloads: undefined, recordId: type };
}
