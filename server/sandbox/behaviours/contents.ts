import type { Answer } from '../../answers/answer.ts';
import { inTransaction } from '../../db/in-transaction.ts';
import type { SentFile } from '../../dialect/formats/sent-file.ts';
import { findDeclaredType } from '../../openapi/declared-type.ts';
import type { OpenApiDocument } from '../../openapi/document-types.ts';
import { memoize } from '../../openapi/memoize.ts';
import { parentKey } from '../../plan/parent-key.ts';
import { nameOf, parentPath, placeOf } from '../../plan/path-segments.ts';
import type { ApiPlan, OperationPlan, Role } from '../../plan/plan-types.ts';
import { findContent, keepContent, removeContent } from '../../records/contents.ts';
import { type Behaviour, type Call, parentValues } from './call.ts';
import { exampleOfContent, isKept } from './kept-types.ts';

/**
 * Runs a behaviour. What a caller sends to an address as it is, a file or a text, is what a read of that address answers, byte by
 * byte, where the document has such a read.
 */
export async function withContents(call: Call, behave: Behaviour): Promise<Answer> {
  const { operation, role } = call.plan;
  if (operation.method === 'get') return showContent(call, await behave(call));
  const isRemoval = operation.method === 'delete' && hasRead(call, operation.path);
  if (!isRemoval && !fileToKeep(call)) return behave(call);
  return inTransaction(call.db, async (db) => {
    const inside = { ...call, db };
    const answer = await behave(inside);
    if (answer.status >= 300 || role === 'create') return answer;
    if (isRemoval) await removeShown(inside);
    else await keepSent(inside);
    return answer;
  });
}

/** Keeps what was sent as it is, at the address of the call, or at that of the record that it created. */
export async function keepSent(call: Call, createdId?: string): Promise<void> {
  const file = fileToKeep(call);
  if (!file) return;
  const { operation, parents, idParameter = '', resource, role } = call.plan;
  const id = createdId ?? call.parameters.path[idParameter];
  const items = role === 'act' ? parentPath(operation.path) : operation.path;
  const steps = [...parents, { parameter: idParameter, name: nameOf(items) }];
  const parent = resource && id !== undefined ? parentKey(steps, { ...parentValues(call), [idParameter]: id }) : '';
  await keepContent(call, { address: addressOf(call, createdId), parent }, file);
}

/** Removes what a read of the address of the call would show, wherever it was sent to. */
async function removeShown(call: Call): Promise<void> {
  const { api, plan, parameters } = call;
  const place = placeOf(plan.operation.path);
  const read = readsOf(api.plan, api.document).find(({ operation }) => placeOf(operation.path) === place);
  for (const path of pathsOf(plan.operation.path, read?.role)) {
    await removeContent(call, fill(path, parameters.path));
  }
}

/** The only file of a request, if an operation reads it again. */
function fileToKeep(call: Call): SentFile | undefined {
  const [file, ...others] = Object.values(call.files ?? {}).flat();
  const { operation, role } = call.plan;
  const path = role === 'create' ? `${operation.path}/{}` : operation.path;
  return others.length === 0 && hasRead(call, path) ? file : undefined;
}

function hasRead({ api }: Call, path: string): boolean {
  return readPlaces(api.plan, api.document).has(placeOf(path));
}

/** The reads that answer what is kept. */
const readsOf = memoize(({ operations }: ApiPlan, document: OpenApiDocument): OperationPlan[] =>
  [...operations.values()].filter(
    ({ operation, success }) =>
      operation.method === 'get' &&
      Object.entries(success.content ?? {}).some(([mediaType, { schema }]) => isKept(document, mediaType, schema)),
  ),
);

/** The places of those reads, and of records of which a representation is one. */
const readPlaces = memoize(
  (plan: ApiPlan, document: OpenApiDocument): Set<string> =>
    new Set(readsOf(plan, document).flatMap(({ operation, role }) => pathsOf(operation.path, role).map(placeOf))),
);

/** What may have been sent for a read: itself, or the record that it represents. */
function pathsOf(path: string, role: Role | undefined): string[] {
  return role === 'represent' ? [path, parentPath(path)] : [path];
}

function addressOf({ plan, parameters }: Call, id?: string): string {
  return fill(id === undefined ? plan.operation.path : `${plan.operation.path.replace(/\/$/, '')}/{}`, {
    ...parameters.path,
    '': id,
  });
}

function fill(path: string, values: Record<string, unknown>): string {
  return path.replace(/\{([^}]*)\}/g, (_, name: string) => encodeURIComponent(String(values[name])));
}

async function showContent(call: Call, answer: Answer): Promise<Answer> {
  const { api, plan, mediaType, parameters } = call;
  const { content = {}, status } = plan.success;
  const wanted = mediaType && Object.hasOwn(content, mediaType) ? mediaType : plan.success.mediaType;
  const media = wanted === undefined ? undefined : content[wanted];
  if (answer.status !== status || wanted === undefined || !media) return answer;
  if (!isKept(api.document, wanted, media.schema)) return answer;
  const kept = await findContent(
    call,
    pathsOf(plan.operation.path, plan.role).map((path) => fill(path, parameters.path)),
  );
  const type = kept && typeToSend(kept.type, wanted, media.range);
  if (kept && type) return { ...answer, mediaType: type, body: kept.bytes };
  if (answer.mediaType === wanted) return answer;
  return { ...answer, mediaType: wanted, body: exampleOfContent(api.document, wanted, media) };
}

/** What was sent is shown as that where the document allows it, and as mere bytes where it says so. */
function typeToSend(sent: string, wanted: string, range: string | undefined): string | undefined {
  if (findDeclaredType(range ? [wanted, range] : [wanted], sent)) return sent;
  return wanted === 'application/octet-stream' ? wanted : undefined;
}
