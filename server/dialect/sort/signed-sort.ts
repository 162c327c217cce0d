import type { Issue } from '../../answers/issue.ts';
import { invalidFields } from '../../answers/refusal.ts';
import { say } from '../../answers/say.ts';
import { unknownName } from '../fields/unknown-name.ts';
import type { Order, Sort } from './order.ts';

/** `sort=-created_at,+name`: a minus sorts descending. An unencoded plus arrives as a space. */
export function signedSort({ parameter = 'sort' } = {}): Sort {
  return {
    name: say('conventions.signed-sort', { parameter }),
    parameters: [parameter],
    read(query, fields) {
      const names = query.filter(([name]) => name === parameter).flatMap(([, value]) => value.split(','));
      const issues: Issue[] = [];
      const order: Order = [];
      for (const text of names) {
        const [, sign, name = ''] = /^\s*([+-]?)\s*(.*?)\s*$/s.exec(text) ?? [];
        if (name === '') continue;
        const field = fields.find(name);
        if (!field || field.kind === 'object' || field.kind === 'list') issues.push(unknownName(parameter, name));
        else if (!order.some((known) => known.field.name === field.name))
          order.push({ field, descending: sign === '-' });
      }
      if (issues.length > 0) throw invalidFields(issues);
      return order;
    },
  };
}
