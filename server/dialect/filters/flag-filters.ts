import { joinTexts } from '../../answers/say.ts';
import type { Comparison, Filters } from './condition.ts';

/** The field value that a flag filters by. */
export interface Flag {
  field: string;
  value: string;
}

const raised = new Set(['1', 'true']);

/**
 * Named filters: `?unsent=1` matches the records with `{sent: false}`, and `?unsent=0` matches all. Other parameters go to the other
 * filters.
 */
export function flagFilters(flags: Record<string, Flag>, others: Filters): Filters {
  const named = Object.keys(flags).map((name) => `${name}=1`);
  return {
    name: joinTexts([...named, others.name], ', '),
    read(query, fields, taken) {
      const comparisons: Comparison[] = [];
      const rest = query.filter(([name, value]) => {
        const flag = Object.hasOwn(flags, name) ? flags[name] : undefined;
        const field = flag && fields.find(flag.field);
        if (!flag || !field) return true;
        if (raised.has(value)) comparisons.push({ field, operator: 'eq', value: flag.value });
        return false;
      });
      return { and: [...comparisons, others.read(rest, fields, taken)] };
    },
  };
}
