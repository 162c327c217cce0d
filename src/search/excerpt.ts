/** A part of an excerpt; what was searched for is marked. */
export interface ExcerptPart {
  text: string;
  marked: boolean;
}

const characters: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"', '&#39;': "'" };

/** Takes an excerpt of the index apart, so that nothing in it is ever HTML. */
export function readExcerpt(html: string): ExcerptPart[] {
  return html.split(/<mark>([\s\S]*?)<\/mark>/).flatMap((part, index) => {
    const text = part.replaceAll(/&(?:lt|gt|amp|quot|#39);/g, (name) => characters[name] ?? name);
    return index % 2 === 1 ? markWord(text) : partsOf([text, false]);
  });
}

/** The index marks a word with the punctuation beside it; only the word is shown so. */
function markWord(text: string): ExcerptPart[] {
  const [, before = '', word = '', after = ''] = text.match(/^([^\p{L}\p{N}_]*)([\s\S]*?)([^\p{L}\p{N}_]*)$/u) ?? [];
  return partsOf([before, false], [word, true], [after, false]);
}

function partsOf(...parts: [text: string, marked: boolean][]): ExcerptPart[] {
  return parts.flatMap(([text, marked]) => (text ? [{ text, marked }] : []));
}
