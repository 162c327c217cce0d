import type { Issue } from '../../answers/issue.ts';
import { invalidFields } from '../../answers/refusal.ts';
import { say } from '../../answers/say.ts';
import { unknownName } from '../fields/unknown-name.ts';
import type { Order, Sort } from './order.ts';

/** `sort=updatedAt,desc&sort=status,asc`: a field and its direction, repeatable; ascending by default. */
export function directionSort({ parameter = 'sort' } = {}): Sort {
  return {
    name: say('conventions.direction-sort', { parameter }),
    parameters: [parameter],
    read(query, fields) {
      const issues: Issue[] = [];
      const order: Order = [];
      for (const [, value] of query.filter(([name]) => name === parameter)) {
        const names = value.split(',').map((name) => name.trim());
        const direction = /^(asc|desc)$/i.test(names.at(-1) ?? '') ? names.pop()?.toLowerCase() : 'asc';
        for (const name of names.filter(Boolean)) {
          const field = fields.find(name);
          if (!field || field.kind === 'object' || field.kind === 'list') issues.push(unknownName(parameter, name));
          else if (!order.some((known) => known.field.name === field.name))
            order.push({ field, descending: direction === 'desc' });
        }
      }
      if (issues.length > 0) throw invalidFields(issues);
      return order;
    },
  };
}
