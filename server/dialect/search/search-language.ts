import { invalidFields } from '../../answers/refusal.ts';
import type { Filters } from '../filters/condition.ts';
import { parseSearch } from './parse-search.ts';
import { SearchSyntaxError } from './search-syntax-error.ts';

/**
 * One parameter holds a whole condition: `search=supplierName:*Azul* AND (externalId:123 OR invoiceNumber:123)`. `:` is equal,
 * `>` at least, `<` at most; a `*` at the start or the end of a value stands for anything.
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

/** What has to hold at once lies side by side, so that the database may choose which of it leads. */
function flat(condition: ReturnType<typeof parseSearch>): ReturnType<typeof parseSearch>[] {
  return 'and' in condition ? condition.and.flatMap(flat) : [condition];
}
