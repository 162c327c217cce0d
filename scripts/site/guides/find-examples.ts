import { eventTypesOf } from '../../../server/events/event-names.ts';
import { createFaultBook } from '../../../server/openapi/isolation/fault-book.ts';
import { isolateNow } from '../../../server/openapi/isolation/isolate.ts';
import type { Operation } from '../../../server/openapi/operations.ts';
import type { OperationPlan } from '../../../server/plan/plan-types.ts';
import type { ServedApi } from '../../../server/plan/served-api.ts';
import type { Portal } from '../../../server/settings/portal/read-portal.ts';
import type { OperationData } from '../../../src/documents/operation-data.ts';
import type { FirstCallData } from '../../../src/home/first-call-data.ts';
import { findPreferred, listFirstCalls } from '../first-call.ts';
import type { LoadedApi } from '../load-apis.ts';

/** A sandbox of the portal: its document in each language, and as the server understands it. */
export interface Sandbox {
  loaded: LoadedApi;
  served: ServedApi;
}

/** The sandboxes among the APIs that have pages; the portal's own API has handlers. */
export function listSandboxes(apis: LoadedApi[], served: ReadonlyMap<string, ServedApi>): Sandbox[] {
  return apis.flatMap((loaded) => {
    const own = loaded.own.isPlatform ? undefined : served.get(loaded.slug);
    return own ? [{ loaded, served: own }] : [];
  });
}

/** What the guides take their examples from, by the slugs of operations; undefined for what no document has. */
export interface Examples {
  /** The API that they call. */
  sandbox?: Sandbox;
  /** Creates a record from the document's example. */
  create?: string;
  /** Reads that record. */
  read?: { slug: string /** Where its id is in the response that created it: `data.id`. */; id: string };
  /** Reads something without an input, if possible a list of the same records. */
  list?: string;
  /** A type of event, as an endpoint selects it: `shop:order_paid`. */
  event?: string;
}

/** Chooses examples from the portal's own documents: from the API of its first call, else from the first that can be read. */
export function findExamples(
  sandboxes: Sandbox[],
  readOperations: (slug: string) => OperationData[],
  { home }: Pick<Portal, 'home'>,
): Examples {
  const first = findFirst(sandboxes, readOperations, home?.firstCall);
  const bySlug = (slug: string | undefined) => sandboxes.find(({ loaded }) => loaded.slug === slug);
  const sandbox = bySlug(first?.create.api.slug) ?? sandboxes.find(hasPlainRead) ?? sandboxes[0];
  if (!sandbox) return {};
  const create = first && bySlug(first.create.api.slug) === sandbox ? first.create.slug : undefined;
  const created = create === undefined ? undefined : planOf(sandbox, create);
  const id = created && idOf(created);
  const list = findPlainRead(sandbox, created?.resource?.store);
  const others = sandboxes.filter((each) => each !== sandbox);
  const event = [sandbox, ...others].map(firstEvent).find((name) => name !== undefined);
  return {
    sandbox,
    ...(create !== undefined && { create }),
    ...(first && id !== undefined && { read: { slug: first.read.slug, id } }),
    ...(list && { list: list.operation.slug }),
    ...(event !== undefined && { event }),
  };
}

/** The first call of the home page: the preferred one, else that of the first API that has any. */
function findFirst(
  sandboxes: Sandbox[],
  readOperations: (slug: string) => OperationData[],
  preferred: string | undefined,
): FirstCallData | undefined {
  const isPreferred = ({ loaded }: Sandbox) => preferred?.startsWith(`${loaded.slug}/`) ?? false;
  // Large documents are read only as far as needed.
  for (const { loaded } of sandboxes.toSorted((a, b) => Number(isPreferred(b)) - Number(isPreferred(a)))) {
    // What is wrong with them is told where the home page gets its first call.
    const list = () => listFirstCalls(readOperations(loaded.slug));
    const calls = isolateNow(createFaultBook(), 'texts', loaded, list) ?? [];
    const call = findPreferred(calls, preferred) ?? calls[0];
    if (call) return call;
  }
  return undefined;
}

function planOf(sandbox: Sandbox, slug: string): OperationPlan | undefined {
  return plansOf(sandbox).find(({ operation }) => operation.slug === slug);
}

/** Of the operations that have pages. */
function plansOf({ loaded, served }: Sandbox): OperationPlan[] {
  const slugs = new Set(loaded.own.operations.map(({ slug }) => slug));
  return [...served.plan.operations.values()].filter(({ operation }) => slugs.has(operation.slug));
}

/** Only names that a shell's `node -pe` can write without quotes. */
function idOf({ resource, success }: OperationPlan): string | undefined {
  const path = [...(success.recordAt ?? []), resource?.idKey].filter((name) => name !== undefined);
  return resource?.idKey !== undefined && path.every((name) => /^[A-Za-z_]\w*$/.test(name))
    ? path.join('.')
    : undefined;
}

function hasPlainRead(sandbox: Sandbox): boolean {
  return findPlainRead(sandbox) !== undefined;
}

/** An operation that reads without an input: a list of these records, else any list, else whatever there is. */
function findPlainRead(sandbox: Sandbox, store?: string): OperationPlan | undefined {
  const plain = plansOf(sandbox).filter(({ operation }) => isPlainRead(operation));
  const lists = plain.filter(({ role }) => role === 'list');
  return lists.find(({ resource }) => store !== undefined && resource?.store === store) ?? lists[0] ?? plain[0];
}

function isPlainRead({ method, path, parameters, operation }: Operation): boolean {
  return (
    method === 'get' && !path.includes('{') && !operation.deprecated && !parameters.some(({ required }) => required)
  );
}

function firstEvent({ served }: Sandbox): string | undefined {
  return eventTypesOf([served]).find(({ api, name }) => api === served.slug && /^[\w:./-]+$/.test(name))?.name;
}
