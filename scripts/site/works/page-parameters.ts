import type { OperationPlan } from '../../../server/plan/plan-types.ts';

type Pager = NonNullable<OperationPlan['pager']>;

/** What a parameter of pages does, found out by asking the convention. */
export interface PageParameter {
  name: string;
  kind: 'size' | 'page' | 'offset' | 'cursor';
  /** Of a size: what it is without the parameter, and at most. */
  byDefault?: number;
  max?: number;
  /** Of a page number: that of the first page. Of a cursor: what starts the list, if that is sent. */
  first?: number | string;
}

/** The parameters of a convention for pages. */
export function pageParameters(pager: Pager): PageParameter[] {
  return pager.parameters.map((name) => readParameter(pager, name));
}

function readParameter(pager: Pager, name: string): PageParameter {
  const read = (value: string) => pager.read({ [name]: value });
  try {
    if (read('1').limit !== read('2').limit)
      return { name, kind: 'size', byDefault: read('').limit, max: read(String(Number.MAX_SAFE_INTEGER)).limit };
    if (read('3').offset === 3) return { name, kind: 'offset', first: 0 };
    if (read('3').offset > 0) return { name, kind: 'page', first: read('1').offset === 0 ? 1 : 0 };
  } catch {
    // A cursor that is none may be refused.
  }
  const facts = { limit: 1, offset: 0, count: 1, total: 2, hasMore: true, last: { seq: 1, keys: [], order: '' } };
  return { name, kind: 'cursor', first: pager.queries(facts).first?.[name] };
}
