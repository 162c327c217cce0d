import { sql } from 'kysely';
import { prepareQuery } from '../../db/prepared-query.ts';
import type { Database } from '../../db/schema.ts';
import type { LockedEndpoint } from './lock-endpoint.ts';
import { findAllowed, type Pace } from './pace.ts';

/** How much of a pace an endpoint that waits for it has got, and how much its workspace. */
export interface Turn {
  workspace_id: string;
  served: number;
  workspace_served: number;
}

/** What an endpoint may claim now; if that is less than it wanted, the pace for which it waits. */
export interface Share {
  limit: number;
  scarce?: { pace: string; until: number; turn: Turn };
  /** The paces for which others wait, too. */
  contested: string[];
}

/** Whoever has not asked again so long after its time is no longer there. */
const staysMs = 3000;

const findOthers = prepareQuery<{ pace: string; endpointId: string; since: number }, Turn>(
  (db, { pace, endpointId, since }) =>
    db
      .selectFrom('egress_wait')
      .select(['workspace_id', 'served', 'workspace_served'])
      .where('pace', '=', pace)
      .where('endpoint_id', '<>', endpointId)
      .where('until', '>', since)
      .orderBy('workspace_served')
      .limit(sql.lit(200)),
);

/**
 * How many of the wanted deliveries an endpoint may claim: as many as all its paces allow, which it locks, and no more than its
 * part where others wait for them.
 */
export async function findShare(
  transaction: Database,
  endpoint: LockedEndpoint,
  paces: Pace[],
  { wanted, real }: { wanted: number; real: number },
): Promise<Share> {
  const found: Share = { limit: wanted, contested: [] };
  for (const pace of paces) {
    const { allowed, nextAt } = await findAllowed(transaction, pace, real);
    // Where a pace allows twice what one can claim at once, whoever waits for it finds enough.
    const others =
      allowed < 2 * wanted
        ? await findOthers(transaction, { pace: pace.name, endpointId: endpoint.id, since: real - staysMs })
        : [];
    if (others.length > 0) found.contested.push(pace.name);
    if (others.length === 0 && allowed >= found.limit) continue;
    const turn = await findTurn(transaction, endpoint, pace.name, others);
    const part = partOf(allowed, turn, others);
    if (part >= found.limit) continue;
    found.limit = part;
    found.scarce = { pace: pace.name, until: part < allowed ? real : nextAt + allowed * pace.interval, turn };
  }
  return found;
}

const findOwn = prepareQuery<{ endpointId: string }, Turn>((db, { endpointId }) =>
  db
    .selectFrom('egress_wait')
    .select(['workspace_id', 'served', 'workspace_served'])
    .where('endpoint_id', '=', endpointId),
);

/** Whoever begins to wait begins where those are that got least. */
async function findTurn(
  transaction: Database,
  { id: endpointId, workspace_id, waits_for }: LockedEndpoint,
  pace: string,
  others: Turn[],
): Promise<Turn> {
  const [own] = waits_for === pace ? await findOwn(transaction, { endpointId }) : [];
  if (own) return own;
  const siblings = others.filter((other) => other.workspace_id === workspace_id);
  return {
    workspace_id,
    served: siblings.length > 0 ? Math.min(...siblings.map(({ served }) => served)) : 0,
    workspace_served: (siblings[0] ?? others[0])?.workspace_served ?? 0,
  };
}

/** One's part of what a pace allows: all workspaces that wait should have got the same, and so should the endpoints of each. */
function partOf(allowed: number, mine: Turn, others: Turn[]): number {
  const workspaces = new Map(others.map(({ workspace_id, workspace_served }) => [workspace_id, workspace_served]));
  workspaces.delete(mine.workspace_id);
  const siblings = others.filter(({ workspace_id }) => workspace_id === mine.workspace_id);
  const ofWorkspace = evenly(allowed, mine.workspace_served, [...workspaces.values()]);
  return evenly(
    ofWorkspace,
    mine.served,
    siblings.map(({ served }) => served),
  );
}

/** How much of an amount `mine` gets when it is spent to bring everybody to the same level, rounded up. */
function evenly(amount: number, mine: number, others: number[]): number {
  const levels = [mine, ...others].sort((a, b) => a - b);
  let left = amount;
  for (const [index, level] of levels.entries()) {
    const next = levels[index + 1] ?? Number.POSITIVE_INFINITY;
    const needed = (next - level) * (index + 1);
    if (needed < left) left -= needed;
    else return Math.min(amount, Math.max(0, Math.ceil(level + left / (index + 1) - mine)));
  }
  return amount;
}
