import type { Handler } from '../pipeline/handle-request.ts';
import { callerOf } from './caller.ts';
import { clockAnswer } from './clock-answer.ts';

/** `GET /workspace/clock`: what time it is in the workspace. */
export const getWorkspaceClock: Handler = async (call) => {
  const { real, now } = callerOf(call);
  return clockAnswer(real, now.getTime() - real.getTime());
};
