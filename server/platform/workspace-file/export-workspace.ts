import { Readable } from 'node:stream';
import type { Database } from '../../db/schema.ts';
import { openSnapshot, snapshotsAtOnce } from '../../db/snapshot.ts';
import { callerOf } from '../caller.ts';
import type { Handler } from '../handler.ts';
import { catchUp } from '../sandboxes.ts';
import { checkScopesOfData } from './check-scopes-of-data.ts';
import { limitAtOnce } from './limit-at-once.ts';
import { writeFile } from './write-file.ts';

/** So many files a server writes at once, for one network and for all: each holds a connection to the database. */
const enter = limitAtOnce({ ofNetwork: 2, ofAll: 4 });
/** What is read from a snapshot for longer keeps the database from forgetting the past. In milliseconds. */
const longest = 3 * 60_000;

/** `GET /workspace/export`: the workspace at one moment as one file, written while it is sent. */
export const exportWorkspace: Handler<'exportWorkspace'> = async (call) => {
  const { context } = call;
  const { db, config, features } = context;
  const caller = callerOf(call);
  const { workspaceId, now, real } = caller;
  checkScopesOfData(context, caller, 'read');
  await catchUp(context, db, workspaceId, now);
  const leave = enter(context, call.incoming.address, snapshotsAtOnce(db));
  const options = { workspaceId, publicUrl: config.publicUrl, withWebhooks: features.webhooks, now: real };
  const body = await readSnapshot(db, options).catch((error) => {
    leave();
    throw error;
  });
  body.once('close', leave);
  const name = `cais-${real.toISOString().slice(0, 10)}.json`;
  return {
    status: 200,
    mediaType: 'application/json',
    headers: { 'content-disposition': `attachment; filename="${name}"`, 'cache-control': 'no-store' },
    body,
  };
};

/** The text of a workspace's file, read from a snapshot that is closed with it. */
async function readSnapshot(db: Database, options: Parameters<typeof writeFile>[1]): Promise<Readable> {
  const snapshot = await openSnapshot(db);
  const body = Readable.from(writeFile(snapshot.db, options));
  const timer = setTimeout(() => body.destroy(new Error('The export took too long.')), longest).unref();
  body.once('close', () => {
    clearTimeout(timer);
    // On PostgreSQL, the server may have ended it already.
    snapshot.close().catch(() => {});
  });
  return body;
}
