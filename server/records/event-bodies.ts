import { type DataFacts, type EventData, plainEvent } from '../dialect/events.ts';
import type { RecordBody } from '../dialect/record-body.ts';
import { rulesOf } from '../dialect/rules-of.ts';
import { universalTime } from '../dialect/times.ts';
import type { ServedApi } from '../plan/served-api.ts';

/** The body of an event, and what it is in older versions of the API where it differs. */
export interface EventBodies {
  payload: unknown;
  olderPayloads: Record<string, unknown> | undefined;
}

interface ToldRecord {
  store: string;
  type: string;
  /** The record as the API's own responses show it. */
  shown: RecordBody;
  facts: DataFacts;
}

/** When an event happened, as its API writes times. */
export function timeOfEvent({ profile }: ServedApi, at: Date): string {
  return (profile.times ?? universalTime).write(at);
}

/** The bodies of the events of one type about a record: mostly one, in the API's own format. */
export async function bodiesOfEvent(api: ServedApi, { store, type, shown, facts }: ToldRecord): Promise<EventBodies[]> {
  const { events: rules } = rulesOf(api.profile, store);
  if (!rules) return [];
  const { events: format = plainEvent } = api.profile;
  const payloadOf = (data: EventData) => format({ type, createdAt: facts.at, data });
  const own = await rules.data?.(type, shown, facts);
  if (own) return own.map((data) => ({ payload: payloadOf(data), olderPayloads: undefined }));
  const older = inOlderVersions(api, store, shown)?.map(
    ([version, body]) => [version, payloadOf({ [rules.name]: body })] as const,
  );
  return [{ payload: payloadOf({ [rules.name]: shown }), olderPayloads: older && Object.fromEntries(older) }];
}

/** The record in each older version that represents it differently. */
function inOlderVersions({ profile }: ServedApi, store: string, shown: RecordBody): [string, RecordBody][] | undefined {
  const older = Object.entries(profile.versions?.older ?? {}).flatMap(([version, { shapes }]) => {
    const shape = shapes?.[store];
    return shape ? [[version, shape.down(shown)] as [string, RecordBody]] : [];
  });
  return older.length > 0 ? older : undefined;
}
