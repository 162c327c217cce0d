import type { NamesFile, PageName } from '../../src/search/names/names-file.ts';
import { countWords } from './count-words.ts';
import { readMeanings } from './meanings.ts';
import type { SearchDocument } from './search-document.ts';

/** What the search knows before it asks the index; `synonyms` are the portal's own. */
export function namesOf(documents: SearchDocument[], synonyms: string[][] = []): NamesFile {
  const words = countWords(documents);
  return { pages: documents.map(nameOf), words: words.join(' '), ...readMeanings(words, synonyms) };
}

function nameOf({ url, group, lang, meta, names }: SearchDocument): PageName {
  const { title, method, path, operation } = meta;
  return {
    url,
    group,
    title,
    ...(lang && { lang }),
    ...(method && { method }),
    ...(path && { path }),
    ...(operation && { id: operation }),
    ...names,
  };
}
