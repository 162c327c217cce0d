import type { Refusal } from '../answers/refusal.ts';
import { say, sayNumber } from '../answers/say.ts';
import type { Database } from '../db/schema.ts';
import { quotaExceeded } from '../identity/quotas.ts';

/** Records and the bytes of their JSON in UTF-8. */
export interface Storage {
  records: number;
  bytes: number;
}

/** What a workspace may store, by its kind. */
export type StorageQuotas = Record<'guest' | 'team', Storage>;

/** Refuses (403) writes beyond the quota of a workspace. */
export interface StorageQuota {
  /** Counts a write of so many new records and bytes more, before it happens. */
  admit(db: Database, workspaceId: string, added: Storage): Promise<void>;
}

/** The bytes of a body's JSON in UTF-8. */
export function sizeOf(body: object): number {
  return Buffer.byteLength(JSON.stringify(body));
}

/** How many workspaces are remembered; past that, the database is asked again. */
const capacity = 50_000;

/** This part of what is left is written before the database is asked again: so many servers may write at once. */
const share = 1 / 20;

/**
 * Keeps workspaces within their quotas without a query for each write. Near the quota every write asks; then a workspace can exceed
 * it only by what is being written at the same moment: a record for each request.
 */
export function createStorageQuota(quotas: StorageQuotas): StorageQuota {
  const left = new Map<string, Storage>();
  return {
    async admit(db, workspaceId, { records, bytes }) {
      if (records <= 0 && bytes <= 0) return;
      let free = left.get(workspaceId);
      if (!free || free.records < records || free.bytes < bytes) {
        const { kind, ...used } = await findUse(db, workspaceId);
        const quota = quotas[kind];
        if (used.records + records > quota.records || used.bytes + bytes > quota.bytes)
          throw isFull(used, quota, used.records + records > quota.records);
        free = {
          records: Math.floor((quota.records - used.records) * share),
          bytes: Math.floor((quota.bytes - used.bytes) * share),
        };
        if (left.size >= capacity) left.clear();
        left.set(workspaceId, free);
      }
      free.records -= records;
      free.bytes -= bytes;
    },
  };
}

/** What a workspace stores in all its APIs. */
export async function findStorage(db: Database, workspaceId: string): Promise<Storage> {
  const { records, bytes } = await findUse(db, workspaceId);
  return { records, bytes };
}

async function findUse(db: Database, workspaceId: string): Promise<Storage & { kind: 'guest' | 'team' }> {
  const { kind, records, bytes } = await db
    .selectFrom('workspace')
    .leftJoin('list_size', 'list_size.workspace_id', 'workspace.id')
    .select(({ fn }) => ['kind', fn.sum('total').as('records'), fn.sum('bytes').as('bytes')])
    .where('workspace.id', '=', workspaceId)
    .groupBy('kind')
    .executeTakeFirstOrThrow();
  return { kind, records: Number(records ?? 0), bytes: Number(bytes ?? 0) };
}

function isFull(used: Storage, quota: Storage, isOfRecords: boolean): Refusal {
  const size = ({ bytes }: Storage) => sayNumber(bytes / 2 ** 20, { maximumFractionDigits: 1 });
  return quotaExceeded(
    isOfRecords
      ? { name: 'records', limit: quota.records, used: used.records }
      : { name: 'storage_bytes', limit: quota.bytes, used: used.bytes },
    say('quotas.storage', {
      records: sayNumber(quota.records),
      size: size(quota),
      usedRecords: sayNumber(used.records),
      usedSize: size(used),
    }),
  );
}
