import type { OperationPlan } from '../../server/plan/plan-types.ts';
import { recordsOf } from '../../server/testing/shown-records.ts';
import type { TestAnswer } from '../../server/testing/test-portal.ts';

const cursors = /(cursor|token|marker|^after|_after$|After$|\[after\]|continuation)/i;
const offsets = /^(offset|skip|start_?index|\$skip|page\[offset\])$/i;
const numbers = /^(page|page_?number|page_?no|page\[number\]|pagina|numero_?pagina)$/i;

/** The ways to the second page that a client would try after the first, as query parameters; none if no parameter is a mark. */
export function nextPages(plan: OperationPlan, first: TestAnswer): Record<string, unknown>[] {
  const query = plan.operation.parameters.filter(({ in: place }) => place === 'query');
  const [record] = recordsOf(plan, first) as Record<string, unknown>[];
  return query.flatMap(({ name, schema }) => {
    if (offsets.test(name)) return [{ [name]: 1 }];
    if (numbers.test(name)) return [{ [name]: schema?.minimum === 0 || schema?.default === 0 ? 1 : 2 }];
    if (!cursors.test(name)) return [];
    const id = plan.resource?.idKey === undefined ? undefined : record?.[plan.resource.idKey];
    const marks = [...marksIn(plan, first, name), ...(/after/i.test(name) && id !== undefined ? [id] : [])];
    return marks.length > 0 ? marks.map((mark) => ({ [name]: mark })) : [{ [name]: 'none was given' }];
  });
}

/** The marks in a body or its links that could be meant. */
function marksIn(plan: OperationPlan, { body, headers }: TestAnswer, parameter: string): string[] {
  const found: string[] = [];
  const take = (name: string, value: unknown) => {
    if (typeof value !== 'string' || !/next|cursor|token|marker|last|end|after/i.test(name)) return;
    if (!/^(https?:\/)?\//.test(value)) return void found.push(value);
    const mark = new URL(value, 'http://localhost').searchParams.get(parameter);
    if (mark) found.push(mark);
  };
  const walk = (value: unknown, depth: number) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value) || depth > 3) return;
    for (const [name, each] of Object.entries(value)) {
      take(name, each);
      if (name !== plan.list?.key) walk(each, depth + 1);
    }
  };
  walk(body, 0);
  const link = /<([^>]+)>; rel="next"/.exec(headers.link ?? '')?.[1];
  if (link) take('next', link);
  return found;
}
