import type { Comparison, Filters } from './condition.ts';

/** What the records that a flag keeps have in one of their fields. */
export interface Flag {
  field: string;
  value: string;
}

const raised = new Set(['1', 'true']);

/**
 * Questions that have a name of their own: `?unsent=1` keeps the records that have `{sent: false}`, and `?unsent=0` asks for
 * nothing. What else is asked goes on to other filters.
 */
export function flagFilters(flags: Record<string, Flag>, others: Filters): Filters {
  const named = (language: 'en' | 'pt') =>
    [...Object.keys(flags).map((name) => `${name}=1`), others.name[language]].join(', ');
  return {
    name: { en: named('en'), pt: named('pt') },
    read(query, fields, taken) {
      const kept: Comparison[] = [];
      const rest = query.filter(([name, value]) => {
        const flag = Object.hasOwn(flags, name) ? flags[name] : undefined;
        const field = flag && fields.find(flag.field);
        if (!flag || !field) return true;
        if (raised.has(value)) kept.push({ field, operator: 'eq', value: flag.value });
        return false;
      });
      return { and: [...kept, others.read(rest, fields, taken)] };
    },
  };
}
