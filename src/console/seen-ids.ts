/** A record seen in a response: its collection, and the path values that lead to it, its parents' first. */
export interface SeenRecord {
  workspaceId: string;
  /** Such as `notas/companies/{}/serviceinvoices`. */
  collection: string;
  values: string[];
  created: boolean;
}

/** The parts of a call that contain ids. */
export interface SeenCall {
  workspaceId: string;
  apiSlug: string;
  method: string;
  /** The path template from the document. */
  path: string;
  /** Values of the path parameters, by name. */
  pathValues: Record<string, string>;
  status: number;
  /** The response's Location header. */
  location?: string | undefined;
  body: unknown;
}

const NAME = 'cais.seen';
const MOST_RECORDS = 60;
const MOST_OF_A_LIST = 10;
const PLACE = /\{([^}]+)\}/g;

function templateOf(apiSlug: string, path: string): string {
  return apiSlug + path.replace(PLACE, '{}').replace(/\/$/, '');
}

function placesOf(path: string): string[] {
  return [...path.matchAll(PLACE)].map(([, name]) => name ?? '');
}

/** Reads the seen records, the newest first. */
export function readSeen(storage: Storage): SeenRecord[] {
  try {
    const seen: unknown = JSON.parse(storage.getItem(NAME) ?? '[]');
    return Array.isArray(seen) ? seen : [];
  } catch {
    return [];
  }
}

function idOf(record: unknown): string | undefined {
  if (typeof record !== 'object' || record === null) return undefined;
  const { id } = record as { id?: unknown };
  return /^(string|number|bigint)$/.test(typeof id) ? String(id) : undefined;
}

function lastSegment(location: string | undefined): string | undefined {
  const segment = location?.split(/[?#]/)[0]?.split('/').filter(Boolean).at(-1);
  return segment && decodeURIComponent(segment);
}

/** The records of a list, bare or in a wrapper that contains one list. */
export function listOf(body: unknown): unknown[] {
  if (Array.isArray(body)) return body;
  if (typeof body !== 'object' || body === null) return [];
  if ('_embedded' in body) return listOf(body._embedded);
  const lists = Object.values(body).filter((value) => Array.isArray(value) && typeof value[0] === 'object');
  return lists.length === 1 ? (lists[0] as unknown[]) : [];
}

function recordsOf(call: SeenCall): SeenRecord[] {
  const parents = placesOf(call.path).map((name) => call.pathValues[name] ?? '');
  const aim = { workspaceId: call.workspaceId, created: false };
  const isItem = call.path.endsWith('}');
  if (isItem) {
    const collection = templateOf(call.apiSlug, call.path.replace(/\/\{[^}]+\}$/, ''));
    return [{ ...aim, collection, values: parents, created: call.method === 'PUT' && call.status === 201 }];
  }
  const collection = templateOf(call.apiSlug, call.path);
  if (call.method === 'POST') {
    const id = idOf(call.body) ?? (call.status === 201 ? lastSegment(call.location) : undefined);
    return id === undefined ? [] : [{ ...aim, collection, values: [...parents, id], created: true }];
  }
  const ids = listOf(call.body).slice(0, MOST_OF_A_LIST).map(idOf);
  return ids.filter((id) => id !== undefined).map((id) => ({ ...aim, collection, values: [...parents, id] }));
}

function same(one: SeenRecord, other: SeenRecord): boolean {
  return one.collection === other.collection && one.values.join('\n') === other.values.join('\n');
}

/** Remembers the records of a successful response; forgets those that are gone and those of other workspaces. */
export function rememberIds(storage: Storage, call: SeenCall): void {
  const gone = call.status === 404 || call.status === 410;
  if (call.status >= 300 && !gone) return;
  const named = recordsOf(call);
  const before = readSeen(storage).filter(({ workspaceId }) => workspaceId === call.workspaceId);
  const others = before.filter((record) => !named.some((each) => same(each, record)));
  const wasCreated = (each: SeenRecord) => before.some((record) => record.created && same(record, each));
  // After a DELETE the record may be gone or only inactive, so it is suggested last.
  const deleted = call.method === 'DELETE';
  const news = gone ? [] : named.map((each) => ({ ...each, created: !deleted && (each.created || wasCreated(each)) }));
  const seen = deleted ? [...others, ...news] : [...news, ...others];
  try {
    storage.setItem(NAME, JSON.stringify(seen.slice(0, MOST_RECORDS)));
  } catch {}
}

/** Suggests values for an operation's path: the longest matching paths first, then created records, then the newest. */
export function suggestPaths(
  seen: SeenRecord[],
  workspaceId: string | undefined,
  apiSlug: string,
  path: string,
): Record<string, string>[] {
  const names = placesOf(path);
  const template = templateOf(apiSlug, path);
  const fitting = seen.filter(
    (record) =>
      record.workspaceId === workspaceId &&
      record.values.length <= names.length &&
      `${template}/`.startsWith(`${record.collection}/{}/`),
  );
  const rank = (record: SeenRecord) => record.values.length * 2 + (record.created ? 1 : 0);
  return fitting
    .toSorted((one, other) => rank(other) - rank(one))
    .map(({ values }) => Object.fromEntries(values.map((value, index) => [names[index] ?? '', value])));
}
