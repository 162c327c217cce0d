// `node walk-document.ts <file>`: serves one document, calls each of its operations, and prints the Tally as JSON.
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../scripts/run-child.mjs';
import type { Operation } from '../../server/openapi/operations.ts';
import { placeOf } from '../../server/plan/path-segments.ts';
import type { Resource, Role } from '../../server/plan/plan-types.ts';
import type { ServedApi } from '../../server/plan/served-api.ts';
import { startTestPortal, type TestPortal } from '../../server/testing/test-portal.ts';
import { callOperation } from './call-operation.ts';
import { createJudge, type Judge } from './independent-validator.ts';
import { byDepth, exploreWorkspace, readExamples } from './known-ids.ts';
import { countTexts } from './placeholders.ts';
import { emptyTally, type Tally } from './tally.ts';
import { walkForeignKeys } from './walk-foreign-keys.ts';
import { walkLists } from './walk-lists.ts';
import { findInconsistency } from './walk-resource.ts';

const SLUG = 'walked';

const published = process.argv[2] as string;
const folder = mkdtempSync(join(tmpdir(), 'cais-walk-'));
try {
  mkdirSync(join(folder, SLUG));
  copyFileSync(published, join(folder, SLUG, 'openapi.yaml'));
  symlinkSync(join(root, 'specs/platform'), join(folder, 'platform'));
  const portal = await startTestPortal({ env: { SPECS_PATH: folder } });
  console.log(JSON.stringify(await walk(portal)));
  await portal.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function walk(portal: TestPortal): Promise<Tally> {
  const tally = emptyTally();
  const api = portal.context.apis.get(SLUG);
  if (!api) {
    const faults = portal.context.faults.ofLost(SLUG);
    tally.faults = faults.length;
    tally.complaints = faults.slice(0, 3).map(({ line, message }) => `line ${line}: ${JSON.stringify(message)}`);
    return tally;
  }
  await walkOperations(portal, api, tally, createJudge(published));
  await walkResources(portal, api, tally);
  const key = await portal.guest();
  const known = await exploreWorkspace(portal, api, key);
  await walkLists(portal, api, key, known, tally);
  await walkForeignKeys(portal, api, key, known, tally);
  return tally;
}

/** Calls each operation with ids of existing records: lists and creations first, deletions last, children before parents. */
async function walkOperations(portal: TestPortal, api: ServedApi, tally: Tally, judge: Judge): Promise<void> {
  let key = await portal.guest();
  let known = await readExamples(portal, api, key);
  const deleted = new Set<unknown>();
  const plans = byDepth(api);
  const of = (...roles: Role[]) => plans.filter(({ role }) => roles.includes(role));
  const shows = of('list', 'create', 'write-many');
  const deletes = of('delete', 'delete-singleton', 'delete-many').reverse();
  const others = plans.filter((plan) => !shows.includes(plan) && !deletes.includes(plan));
  for (const plan of [...shows, ...others, ...deletes]) {
    // Records deleted at one path are gone at others too, so use a new workspace.
    if (deletes.includes(plan) && deleted.has(plan.resource)) {
      key = await portal.guest();
      known = await exploreWorkspace(portal, api, key);
    }
    const ids = known.forPath(plan);
    const answer = await callOperation(portal, api, plan.operation, { key, ids });
    if (deletes.includes(plan)) deleted.add(plan.resource);
    known.remember(plan, answer, ids);
    tally.operations++;
    if (plan.list) {
      tally.lists++;
      if (plan.pager) tally.paged++;
    }
    if (answer.status >= 500) tally.broken++;
    if (plan.role === 'stateless') tally.stateless++;
    if (plan.role === 'stateless' && isUnwritten(plan.operation, api)) tally.unwritten++;
    if (answer.status < 300) countTexts(answer.body, tally);
    const verdict = await judge.judge(plan.operation, answer);
    if (verdict !== 'unknown') tally.judged++;
    if (verdict === 'valid') tally.valid++;
    else if (verdict !== 'unknown')
      tally.complaints.push(`${plan.operation.method.toUpperCase()} ${plan.operation.path}: ${verdict.flaw}`);
  }
}

/** Whether an operation only shows, and no other at its path writes. */
function isUnwritten({ method, path }: Operation, api: ServedApi): boolean {
  const place = placeOf(path);
  const others = api.operations.filter((other) => placeOf(other.path) === place);
  return method === 'get' && others.every((other) => other.method === 'get' || other.method === 'head');
}

/** Checks whether the operations of each resource are consistent, children before parents. */
async function walkResources(portal: TestPortal, api: ServedApi, tally: Tally): Promise<void> {
  const key = await portal.guest();
  const known = await exploreWorkspace(portal, api, key);
  const resources = new Set(byDepth(api).flatMap(({ resource }) => resource ?? []));
  for (const resource of [...resources].reverse()) {
    if (!resource.itemPath) continue;
    tally.resources++;
    const breach = (await findInconsistency({ portal, api, key, known }, resource)) && (await findAfresh(resource));
    if (breach) tally.complaints.push(`${resource.store} (${resource.itemPath}): ${breach}`);
    else tally.consistent++;
  }

  /** A new workspace has the records that were deleted along with another resource. */
  async function findAfresh(resource: Resource): Promise<string | undefined> {
    const key = await portal.guest();
    return findInconsistency({ portal, api, key, known: await exploreWorkspace(portal, api, key) }, resource);
  }
}
