import { unaccented } from '../../src/search/key-of.ts';
import { partsOfName } from '../../src/search/names/word-parts.ts';
import { excluded } from './excluded.ts';
import type { SearchDocument } from './search-document.ts';

/** Letters of the words that are counted: shorter ones are never misspelt, longer ones are no words. */
const letters = { least: 3, most: 30 };
/** As often as in a text counts a word in a name. */
const inName = 20;
/** Of a portal with more words, the rarest are left out. */
const most = 12_000;

/** The words of all documents, the most frequent first, in their most frequent spelling. */
export function countWords(documents: SearchDocument[]): string[] {
  const spellings = new Map<string, Map<string, number>>();
  function count(text: string, times: number): void {
    for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{M}\p{N}_]+/gu)) {
      if (word.length < letters.least || word.length > letters.most || /\d|^_|__/.test(word)) continue;
      const key = unaccented(word);
      const known = spellings.get(key) ?? new Map<string, number>();
      spellings.set(key, known.set(word, (known.get(word) ?? 0) + times));
    }
  }
  for (const { meta, names, body } of documents) {
    const named = [...Object.values(meta), ...(names.also ?? []), ...(names.sections ?? []).map(([title]) => title)];
    for (const name of named) count(`${name} ${partsOfName(name).join(' ')}`, inName);
    count(textOf(body), 1);
  }
  const sumOf = (known: Map<string, number>) => [...known.values()].reduce((sum, times) => sum + times, 0);
  return [...spellings.values()]
    .sort((a, b) => sumOf(b) - sumOf(a))
    .slice(0, most)
    .map((known) => [...known].sort(([, a], [, b]) => b - a)[0]?.[0] ?? '');
}

/** What a reader sees of the HTML. */
function textOf(html: string): string {
  return html
    .replaceAll(new RegExp(`<(${excluded.elements.join('|')})\\b[\\s\\S]*?</\\1>`, 'g'), ' ')
    .replaceAll(/<[^>]*>|&\w+;/g, ' ');
}
