import type { Figures } from '../../activity/usage/figures.ts';
import { readUsage } from '../../activity/usage/read-usage.ts';
import { callerOf } from '../caller.ts';
import type { Handler } from '../handler.ts';

/** `GET /metrics`: the calls of the workspace in a period, beside the period before. */
export const getMetrics: Handler<'getMetrics'> = async (call) => {
  const { context, query } = call;
  const { period = '24h', by = 'api' } = query;
  const findVersion = (slug: string, operationId: string) => {
    const api = context.apis.get(slug);
    const operation = api?.operations.find(({ id }) => id === operationId);
    return operation && api?.profile.versions?.find(operation.path);
  };
  await context.activity.flush();
  const { workspaceId } = callerOf(call);
  const found = await readUsage(context.db, workspaceId, { ...query, period, by }, { now: context.now(), findVersion });
  const body = {
    period,
    from: found.from.toISOString(),
    until: found.until.toISOString(),
    point_seconds: found.pointSeconds,
    totals: found.totals,
    previous: found.previous,
    series: found.series.map(({ at, figures }): { at: string } & Figures => ({ at: at.toISOString(), ...figures })),
    groups: found.groups,
  };
  return { status: 200, mediaType: 'application/json', body };
};
