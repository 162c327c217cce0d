import { setClockBack } from '../identity/workspace-clock.ts';
import { postponeSteps } from '../records/lifecycle/postpone-steps.ts';
import { shiftWaiting } from '../webhooks/resend.ts';
import { callerOf } from './caller.ts';
import type { Handler } from './handler.ts';
import { catchUp } from './sandboxes.ts';

/** `DELETE /workspace/clock`: back to real time. Due steps are taken first; the others wait as long as before. */
export const setWorkspaceClockBack: Handler<'setWorkspaceClockBack'> = async (call) => {
  const { context } = call;
  const { workspaceId, real } = callerOf(call);
  await setClockBack(context.db, workspaceId, real, async (transaction, now) => {
    await catchUp(context, transaction, workspaceId, now);
    const ahead = now.getTime() - real.getTime();
    await postponeSteps(transaction, workspaceId, -ahead);
    await shiftWaiting(transaction, workspaceId, ahead);
  });
  context.forgetWorkspace(workspaceId);
  return { status: 204 };
};
