import { bodyIssue } from '../../answers/issue.ts';
import { invalidFields, Refusal } from '../../answers/refusal.ts';
import { say, sayNumber } from '../../answers/say.ts';
import type { Context } from '../../context.ts';
import { createGiveWay } from '../../db/give-way.ts';
import { parseJsonBody } from '../../dialect/bodies/json-body.ts';
import type { Find } from '../../dialect/profile.ts';
import type { ServedApi } from '../../plan/served-api.ts';
import { hasStore } from '../../records/other-stores.ts';
import type { KeptRecord } from '../../records/put-records.ts';
import type { KeptSandbox } from '../../sandbox/seed/restore-sandbox.ts';
import { checkRecord } from './check-record.ts';
import { readRecord } from './read-record.ts';
import { type RecordSlice, splitFile } from './split-file.ts';
import type { WorkspaceFile } from './workspace-file.ts';

/** Something of a file that this portal does not have, or may not reach. */
export interface LeftOut {
  type: 'api' | 'store' | 'event_type' | 'api_version' | 'webhook_endpoint';
  name: string;
}

/** A file whose every part was read and checked once. */
export interface CheckedFile {
  file: WorkspaceFile;
  sandboxes: Map<string, KeptSandbox>;
  leftOut: LeftOut[];
}

/** In bytes, without the records. */
const largestOutline = 2 ** 20;
/** How much is written by one statement: records, and bytes. */
const set = { records: 200, bytes: 256 * 1024 };

/** Reads and checks a file, giving way to others; refuses one with any fault. */
export async function checkFile(context: Context, bytes: Buffer, mostRecords: number): Promise<CheckedFile> {
  const giveWay = createGiveWay();
  const split = splitFile(bytes, mostRecords);
  let step = split.next();
  for (; !step.done; step = split.next()) await giveWay();
  const { outline, records } = step.value;
  if (records.length > mostRecords) throw tooMany(mostRecords);
  const file = readOutline(context, outline);
  const checked: CheckedFile = { file, sandboxes: new Map(), leftOut: [] };
  const slices = Map.groupBy(records, ({ api }) => api);
  for (const [index, { api: slug, counters }] of file.apis.entries()) {
    const api = context.apis.get(slug);
    if (!api || api.isPlatform) {
      checked.leftOut.push({ type: 'api', name: slug });
      continue;
    }
    if (checked.sandboxes.has(slug)) throw invalidFields([bodyIssue(`apis/${index}/api`, 'uniqueItems')]);
    checked.sandboxes.set(slug, await checkSandbox(api, { bytes, counters, slices: slices.get(index) ?? [] }));
  }
  return checked;

  async function checkSandbox(
    api: ServedApi,
    part: { bytes: Buffer; counters: KeptSandbox['counters']; slices: RecordSlice[] },
  ): Promise<KeptSandbox> {
    const found = new Map<string, RecordSlice>();
    const highest = new Map<string, number>();
    const unknown = new Set<string>();
    const known: RecordSlice[] = [];
    for (const [index, slice] of part.slices.entries()) {
      const place = `apis/${slice.api}/records/${index}`;
      const record = readRecord(part.bytes.subarray(slice.start, slice.end), place);
      await giveWay();
      const { store, parent, id } = record;
      if (!hasStore(api.plan.resources, store)) {
        unknown.add(store);
        continue;
      }
      checkRecord(api, record, place);
      const key = JSON.stringify([store, parent, id]);
      if (found.has(key)) throw invalidFields([bodyIssue(`${place}/id`, 'uniqueItems')]);
      found.set(key, slice).set(JSON.stringify([store, id]), slice);
      highest.set(store, Math.max(highest.get(store) ?? 0, numberOf(id)));
      known.push(slice);
    }
    checked.leftOut.push(...[...unknown].map((store) => ({ type: 'store' as const, name: `${api.slug}/${store}` })));
    const read = (slice: RecordSlice) => readRecord(part.bytes.subarray(slice.start, slice.end), '');
    const find: Find = async (store, id) => {
      const slice = found.get(JSON.stringify([store, String(id)]));
      return slice && read(slice).body;
    };
    const counters = part.counters
      .filter(({ store }) => api.plan.resources.has(store))
      .map(({ store, value }) => ({ store, value: Math.max(value, highest.get(store) ?? 0) }));
    return { counters, find, sets: inSets(known, read) };
  }
}

/** The records in sets, each read only when it is its turn. */
function* inSets(slices: RecordSlice[], read: (slice: RecordSlice) => KeptRecord): Generator<KeptRecord[]> {
  let records: KeptRecord[] = [];
  let size = 0;
  for (const slice of slices) {
    records.push(read(slice));
    size += slice.end - slice.start;
    if (records.length < set.records && size < set.bytes) continue;
    yield records;
    [records, size] = [[], 0];
  }
  if (records.length > 0) yield records;
}

function readOutline({ apis }: Context, outline: Buffer): WorkspaceFile {
  if (outline.length > largestOutline) throw notAFile();
  const platform = [...apis.values()].find(({ isPlatform }) => isPlatform) as ServedApi;
  const operation = platform.operations.find(({ id }) => id === 'importWorkspace');
  const value = parseJsonBody(outline.toString('utf8'));
  const issues = operation ? platform.validator.body(operation, 'application/json', value, { fill: true }) : [];
  if (issues.length > 0) throw invalidFields(issues);
  // Without webhooks, a file has neither endpoints nor inboxes.
  return Object.assign({ webhook_endpoints: [], inboxes: [] }, value as WorkspaceFile);
}

/** A number that a store may have assigned; 0 for other ids. */
function numberOf(id: string): number {
  return /^\d{1,15}$/.test(id) ? Number(id) : 0;
}

function notAFile(): Refusal {
  return new Refusal('invalid_request', say('workspaces.no-file'));
}

function tooMany(most: number): Refusal {
  return new Refusal('quota_exceeded', say('workspaces.too-many-records', { most: sayNumber(most) }));
}
