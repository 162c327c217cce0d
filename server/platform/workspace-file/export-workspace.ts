import { Readable } from 'node:stream';
import { callerOf } from '../caller.ts';
import type { Handler } from '../handler.ts';
import { catchUp } from '../sandboxes.ts';
import { checkScopesOfData } from './check-scopes-of-data.ts';
import { writeFile } from './write-file.ts';

/** `GET /workspace/export`: the workspace as one file, written while it is sent. */
export const exportWorkspace: Handler<'exportWorkspace'> = async (call) => {
  const { context } = call;
  const { db, config } = context;
  const caller = callerOf(call);
  const { workspaceId, now, real } = caller;
  checkScopesOfData(context, caller, 'read');
  await catchUp(context, db, workspaceId, now);
  const name = `cais-${real.toISOString().slice(0, 10)}.json`;
  return {
    status: 200,
    mediaType: 'application/json',
    headers: { 'content-disposition': `attachment; filename="${name}"`, 'cache-control': 'no-store' },
    body: Readable.from(writeFile(db, { workspaceId, publicUrl: config.publicUrl, now: real })),
  };
};
