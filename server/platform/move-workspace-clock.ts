import { bodyIssue, type Issue } from '../answers/issue.ts';
import { invalidFields } from '../answers/refusal.ts';
import { announceChange } from '../events/workspace-changes.ts';
import { moveClock } from '../identity/workspace-clock.ts';
import { callerOf } from './caller.ts';
import { clockAnswer } from './clock-answer.ts';
import type { Handler, HandlerCall } from './handler.ts';

const year = 365 * 24 * 60 * 60 * 1000;
/** Later times have a five-digit year, and would no longer sort as text. */
const endOfTime = Date.parse('9999-12-31T23:59:59Z');

/** `PATCH /workspace/clock`: moves the workspace's clock forward, by seconds or to a time, a year at most. */
export const moveWorkspaceClock: Handler<'moveWorkspaceClock'> = async (call) => {
  const { workspaceId, real } = callerOf(call);
  const { body } = call;
  const offset = await moveClock(call.context.db, workspaceId, real, (now) => targetOf(body, now));
  call.context.forgetWorkspace(workspaceId);
  await announceChange(call.context.db, { workspaceId, due: true });
  return clockAnswer(real, offset);
};

/** The requested time; the document requires exactly one of the two fields. */
function targetOf(move: HandlerCall<'moveWorkspaceClock'>['body'], now: Date): Date {
  const { advance_seconds = 0 } = move;
  const field = move.now === undefined ? 'advance_seconds' : 'now';
  const target = move.now === undefined ? now.getTime() + advance_seconds * 1000 : Date.parse(move.now);
  // RFC 3339 allows the 61st second of a minute, which Date does not.
  if (Number.isNaN(target)) throw wrong(field, 'format', { format: 'date-time' });
  if (target <= now.getTime()) throw wrong(field, 'formatExclusiveMinimum', { limit: now.toISOString() });
  const latest = Math.min(now.getTime() + year, endOfTime);
  if (target > latest) throw wrong(field, 'formatMaximum', { limit: new Date(latest).toISOString() });
  return new Date(target);
}

function wrong(field: string, keyword: string, params: Issue['params']): Error {
  return invalidFields([bodyIssue(field, keyword, params)]);
}
