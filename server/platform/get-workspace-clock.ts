import { callerOf } from './caller.ts';
import { clockAnswer } from './clock-answer.ts';
import type { Handler } from './handler.ts';

/** `GET /workspace/clock`: the time in the workspace. */
export const getWorkspaceClock: Handler<'getWorkspaceClock'> = async (call) => {
  const { real, now } = callerOf(call);
  return clockAnswer(real, now.getTime() - real.getTime());
};
