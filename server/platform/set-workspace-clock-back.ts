import { setClockBack } from '../identity/workspace-clock.ts';
import type { Handler } from '../pipeline/handle-request.ts';
import { shiftWaiting } from '../webhooks/resend.ts';
import { callerOf, catchUp } from './caller.ts';

/** `DELETE /workspace/clock`: back to real time. What was due by then happens first; what still waits goes on waiting as long. */
export const setWorkspaceClockBack: Handler = async (call) => {
  const { context } = call;
  const { workspaceId, real } = callerOf(call);
  await setClockBack(context.db, workspaceId, real, async (transaction, now) => {
    await catchUp(context, transaction, workspaceId, now);
    await shiftWaiting(transaction, workspaceId, now.getTime() - real.getTime());
  });
  context.forgetWorkspace(workspaceId);
  return { status: 204 };
};
