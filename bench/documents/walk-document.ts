// `node walk-document.ts <file>`: serves one document alone, calls each of its operations, and prints the Tally as JSON.
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../scripts/run-child.mjs';
import type { Resource, Role } from '../../server/plan/plan-types.ts';
import type { ServedApi } from '../../server/plan/served-api.ts';
import { startTestPortal, type TestPortal } from '../../server/testing/test-portal.ts';
import { callOperation, findFlaw } from './call-operation.ts';
import { byDepth, lookAround, readExamples } from './known-ids.ts';
import { emptyTally, type Tally } from './tally.ts';
import { findLawBreach } from './walk-resource.ts';

const SLUG = 'walked';

const folder = mkdtempSync(join(tmpdir(), 'cais-walk-'));
try {
  mkdirSync(join(folder, SLUG));
  copyFileSync(process.argv[2] as string, join(folder, SLUG, 'openapi.yaml'));
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
    const faults = portal.context.faulty.get(SLUG) ?? [];
    tally.faults = faults.length;
    tally.complaints = faults.slice(0, 3).map(({ line, message }) => `line ${line}: ${JSON.stringify(message)}`);
    return tally;
  }
  await walkOperations(portal, api, tally);
  await walkResources(portal, api, tally);
  return tally;
}

/** Calls each operation with ids that are there: lists and creations show them first, and what deletes comes last, from below. */
async function walkOperations(portal: TestPortal, api: ServedApi, tally: Tally): Promise<void> {
  let key = await portal.guest();
  let known = await readExamples(portal, api, key);
  const deleted = new Set<unknown>();
  const plans = byDepth(api);
  const of = (...roles: Role[]) => plans.filter(({ role }) => roles.includes(role));
  const shows = of('list', 'create');
  const deletes = of('delete').reverse();
  const others = plans.filter((plan) => !shows.includes(plan) && !deletes.includes(plan));
  for (const plan of [...shows, ...others, ...deletes]) {
    // What is deleted at one address is not there at another one: that takes a new workspace.
    if (plan.role === 'delete' && deleted.has(plan.resource)) {
      key = await portal.guest();
      known = await lookAround(portal, api, key);
    }
    const ids = known.forPath(plan);
    const answer = await callOperation(portal, api, plan.operation, { key, ids });
    if (plan.role === 'delete') deleted.add(plan.resource);
    known.remember(plan, answer, ids);
    tally.operations++;
    if (plan.list) {
      tally.lists++;
      if (plan.pager) tally.paged++;
    }
    if (answer.status >= 500) tally.broken++;
    const flaw = findFlaw(api, plan, answer);
    if (flaw) tally.complaints.push(`${plan.operation.method.toUpperCase()} ${plan.operation.path}: ${flaw}`);
    else tally.valid++;
  }
}

/** Looks whether the operations of each resource obey each other, the resources below first. */
async function walkResources(portal: TestPortal, api: ServedApi, tally: Tally): Promise<void> {
  const key = await portal.guest();
  const known = await lookAround(portal, api, key);
  const resources = new Set(byDepth(api).flatMap(({ resource }) => resource ?? []));
  for (const resource of [...resources].reverse()) {
    if (!resource.itemPath) continue;
    tally.resources++;
    const breach = (await findLawBreach({ portal, api, key, known }, resource)) && (await findAfresh(resource));
    if (breach) tally.complaints.push(`${resource.store} (${resource.itemPath}): ${breach}`);
    else tally.lawful++;
  }

  /** What was deleted for the sake of another resource is there in a new workspace. */
  async function findAfresh(resource: Resource): Promise<string | undefined> {
    const key = await portal.guest();
    return findLawBreach({ portal, api, key, known: await lookAround(portal, api, key) }, resource);
  }
}
