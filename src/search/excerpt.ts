/** A part of an excerpt; `marked` if it matches the query. */
export interface ExcerptPart {
  text: string;
  marked: boolean;
}

const characters: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"', '&#39;': "'" };

/** Parses an excerpt of the index into text parts, so that its HTML is never rendered. */
export function readExcerpt(html: string): ExcerptPart[] {
  return html.split(/<mark>([\s\S]*?)<\/mark>/).flatMap((part, index) => {
    const text = part.replaceAll(/&(?:lt|gt|amp|quot|#39);/g, (name) => characters[name] ?? name);
    return index % 2 === 1 ? markWord(text) : partsOf([text, false]);
  });
}

/** The index marks a word together with adjacent punctuation; mark only the word. */
function markWord(text: string): ExcerptPart[] {
  const [, before = '', word = '', after = ''] = text.match(/^([^\p{L}\p{N}_]*)([\s\S]*?)([^\p{L}\p{N}_]*)$/u) ?? [];
  return partsOf([before, false], [word, true], [after, false]);
}

function partsOf(...parts: [text: string, marked: boolean][]): ExcerptPart[] {
  return parts.flatMap(([text, marked]) => (text ? [{ text, marked }] : []));
}
