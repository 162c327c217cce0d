import { invalidFields } from '../dialect/errors/refusal.ts';
import { moveClock } from '../identity/workspace-clock.ts';
import type { Issue } from '../openapi/validation-issues.ts';
import type { Handler } from '../pipeline/handle-request.ts';
import { tellNews } from '../webhooks/news.ts';
import { callerOf } from './caller.ts';
import { clockAnswer } from './clock-answer.ts';

/** What was sent; the document lets one of the two through. */
type Move = { advance_seconds: number } | { now: string };

const year = 365 * 24 * 60 * 60 * 1000;
/** Later times have five digits for their year, and would no longer sort as text. */
const endOfTime = Date.parse('9999-12-31T23:59:59Z');

/** `PATCH /workspace/clock`: moves the workspace's clock forward, by seconds or to a time, a year at most. */
export const moveWorkspaceClock: Handler = async (call) => {
  const { workspaceId, real } = callerOf(call);
  const move = call.request.body as Move;
  const offset = await moveClock(call.context.db, workspaceId, real, (now) => targetOf(move, now));
  call.context.forgetWorkspace(workspaceId);
  await tellNews(call.context.db, { workspaceId, due: true });
  return clockAnswer(real, offset);
};

function targetOf(move: Move, now: Date): Date {
  const field = 'now' in move ? 'now' : 'advance_seconds';
  const target = 'now' in move ? Date.parse(move.now) : now.getTime() + move.advance_seconds * 1000;
  // RFC 3339 knows the 61st second of a minute, which Date does not.
  if (Number.isNaN(target)) throw wrong(field, 'format', { format: 'date-time' });
  if (target <= now.getTime()) throw wrong(field, 'formatExclusiveMinimum', { limit: now.toISOString() });
  const latest = Math.min(now.getTime() + year, endOfTime);
  if (target > latest) throw wrong(field, 'formatMaximum', { limit: new Date(latest).toISOString() });
  return new Date(target);
}

function wrong(field: string, keyword: string, params: Issue['params']): Error {
  return invalidFields([{ in: 'body', pointer: `/${field}`, field, keyword, params, message: 'cannot be taken' }]);
}
