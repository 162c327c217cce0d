import { invalidCursor } from '../../dialect/pagination/cursor.ts';
import type { Mark, PageRequest } from '../../dialect/pagination/pager.ts';
import { findRecord, type Place } from '../../records/find-record.ts';
import type { Call } from '../behaviours/call.ts';
import type { Question } from './read-question.ts';

/** A page request whose marks are positions: ids of records are looked up. Refuses an id that is not in the list. */
export async function findMarks(
  { db, plan }: Pick<Call, 'db' | 'plan'>,
  place: Place,
  request: PageRequest,
  { order, orderName }: Pick<Question, 'order' | 'orderName'>,
): Promise<PageRequest> {
  const { ids, ...rest } = request;
  if (!ids) return request;
  const at = async (id: string | undefined, name: string | undefined): Promise<Mark | undefined> => {
    if (id === undefined) return undefined;
    // An id tells its place in the order of creation alone.
    const record = order.length === 0 ? await findRecord(db, place, id) : undefined;
    if (!record) throw invalidCursor(name ?? 'cursor');
    return { seq: record.seq, keys: [], order: orderName, id };
  };
  const [after, before] = plan.pager?.parameters ?? [];
  return {
    ...rest,
    after: (await at(ids.after, after)) ?? rest.after,
    before: (await at(ids.before, before)) ?? rest.before,
  };
}
