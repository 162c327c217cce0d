import { invalidFields } from '../../answers/refusal.ts';
import type { Filters } from '../filters/condition.ts';
import { parseSearch } from './parse-search.ts';
import { SearchSyntaxError } from './search-syntax-error.ts';

/**
 * A parameter with an entire condition: `search=supplierName:*Azul* AND (externalId:123 OR invoiceNumber:123)`. `:` means equal,
 * `>` at least, `<` at most; a `*` at the start or end of a value is a wildcard.
 */
export function searchLanguage({ parameter = 'search' } = {}): Filters {
  return {
    name: {
      en: `search language (${parameter}=status:OPEN AND amount>100)`,
      pt: `linguagem de busca (${parameter}=status:OPEN AND amount>100)`,
    },
    read(query, fields) {
      const searches = query.filter(([name, value]) => name === parameter && value.trim() !== '');
      try {
        return { and: searches.map(([, text]) => parseSearch(text, fields)).flatMap(flat) };
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
