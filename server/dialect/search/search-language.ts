import { invalidFields } from '../../answers/refusal.ts';
import { say } from '../../answers/say.ts';
import type { Filters } from '../filters/condition.ts';
import { parseSearch } from './parse-search.ts';
import { SearchSyntaxError } from './search-syntax-error.ts';

/**
 * A parameter with an entire condition: `search=supplierName:*Azul* AND (externalId:123 OR invoiceNumber:123)`. `:` means equal,
 * `>` at least, `<` at most; a `*` at the start or end of a value is a wildcard. Other parameters go to the other filters.
 */
export function searchLanguage(others: Filters, { parameter = 'search' } = {}): Filters {
  return {
    name: say('conventions.search-language', { parameter, others: others.name }),
    read(query, fields, taken) {
      const searches = query.filter(([name, value]) => name === parameter && value.trim() !== '');
      const rest = query.filter(([name]) => name !== parameter);
      try {
        return {
          and: [...searches.map(([, text]) => parseSearch(text, fields)), others.read(rest, fields, taken)].flatMap(
            flat,
          ),
        };
      } catch (error) {
        if (error instanceof SearchSyntaxError) throw invalidFields([error.issueOf(parameter)]);
        throw error;
      }
    },
  };
}

/** Flattens nested conjunctions, so that the database can choose which condition to evaluate first. */
function flat(condition: ReturnType<typeof parseSearch>): ReturnType<typeof parseSearch>[] {
  return 'and' in condition ? condition.and.flatMap(flat) : [condition];
}
