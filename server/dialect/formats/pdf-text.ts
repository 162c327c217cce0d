/** Widths of Helvetica's glyphs from space to tilde, in thousandths of the font size (Adobe's font metrics). */
const widths =
  `278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 584 584 584 556
1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556
333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584`
    .split(/\s/)
    .map(Number);

/** The characters of Windows-1252 from 0x80, where Latin-1 has control characters. */
const windows = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Encodes text in Windows-1252; an unsupported letter loses its accent, any other character becomes a question mark. */
export function encode(text: string): Buffer {
  const bytes = [...text.normalize('NFC')].flatMap(
    (character) =>
      byteOf(character) ?? [...character.normalize('NFD')].map(byteOf).find((byte) => byte !== undefined) ?? 0x3f,
  );
  return Buffer.from(bytes);
}

function byteOf(character: string): number | undefined {
  const code = character.codePointAt(0) ?? 0;
  if ((code >= 0x20 && code < 0x7f) || (code >= 0xa0 && code <= 0xff)) return code;
  const place = code > 0x9f ? windows.indexOf(character) : -1;
  return place < 0 ? undefined : 0x80 + place;
}

/** The width of a text in points; accents add nothing, and bold letters are slightly wider. */
export function textWidth(text: string, size: number, bold = false): number {
  const letters = [...text].map((character) => widths[(character.normalize('NFD').codePointAt(0) ?? 0) - 32] ?? 556);
  return (letters.reduce((sum, width) => sum + width, 0) * size * (bold && /\p{L}/u.test(text) ? 1.06 : 1)) / 1000;
}

/** Wraps a text into lines; a word longer than a line is broken. */
export function wrapText(text: string, size: number, width: number): string[] {
  return text.split(/\r\n?|\n/).flatMap((paragraph) => {
    const lines = [''];
    for (const word of paragraph.split(/[\s\p{Cc}]+/u).flatMap((unbroken) => breakWord(unbroken, size, width))) {
      const last = lines.at(-1) ?? '';
      const joined = last === '' ? word : `${last} ${word}`;
      if (textWidth(joined, size) <= width) lines[lines.length - 1] = joined;
      else lines.push(word);
    }
    return lines;
  });
}

function breakWord(word: string, size: number, width: number): string[] {
  if (textWidth(word, size) <= width) return [word];
  const parts = [''];
  for (const character of word) {
    if (textWidth(`${parts.at(-1)}${character}`, size) > width) parts.push('');
    parts[parts.length - 1] += character;
  }
  return parts;
}
