const literal = String.raw`'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"`;

/** `translate({ id: 'x', message: 'Text' }`. */
const inCall = new RegExp(String.raw`\{(\s*)id:\s*['"]([\w.-]+)['"],(\s*)message:(\s*)(${literal})(,?\s*\})`, 'g');
/** `<Translate id="x">Text</Translate>`. */
const asText = /<Translate\s+id="([\w.-]+)"\s*>([^<{}]*)<\/Translate>/g;
/** `<Translate id="x" values={…}>{'Text {value}'}</Translate>`. */
const asLiteral = new RegExp(
  String.raw`<Translate(\s+)id="([\w.-]+)"((?:(?!<Translate|<\/Translate>)[\s\S])*?)>(\s*)\{\s*(${literal})\s*\}(\s*)<\/Translate>`,
  'g',
);

/**
 * Writes texts where they are shown, instead of those of the code, and takes away the ids by which they are found: a page would load
 * each text twice. What has another form stays as it is. Lines stay where they are.
 */
export function inlineTexts(source: string, textOf: (id: string) => string | undefined): string {
  return source
    .replaceAll(inCall, (whole, start: string, id: string, before: string, gap: string, own: string, end: string) => {
      const text = textOf(id);
      return text === undefined
        ? whole
        : `{${start}${before}message:${gap}${JSON.stringify(text)}${linesOf(own)}${end}`;
    })
    .replaceAll(asText, (whole, id: string, own: string) => {
      const text = textOf(id);
      return text === undefined ? whole : `<Translate>{${JSON.stringify(text)}}${linesOf(whole, own)}</Translate>`;
    })
    .replaceAll(
      asLiteral,
      (whole, start: string, id: string, rest: string, before: string, own: string, after: string) => {
        const text = textOf(id);
        if (text === undefined) return whole;
        const inside = whole.slice(whole.lastIndexOf('>', whole.lastIndexOf(own)) + 1, -'</Translate>'.length);
        const lines = linesOf(inside.replace(own, '')).slice(linesOf(before + after).length);
        return `<Translate${start}${rest}>${before}{${JSON.stringify(text)}${lines}}${after}</Translate>`;
      },
    );
}

/** The line breaks of what is replaced. */
function linesOf(...[whole = '']: string[]): string {
  return '\n'.repeat(whole.split('\n').length - 1);
}
