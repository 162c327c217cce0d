/** A JSDoc comment of these paragraphs; empty without any. */
export function docComment(paragraphs: (string | undefined)[], indent = ''): string {
  const texts = paragraphs.map((text) => text?.trim()).filter((text) => text);
  const lines = texts
    .join('\n\n')
    .replaceAll('*/', '*\\/')
    .split('\n')
    .map((line) => line.trimEnd());
  if (texts.length === 0) return '';
  if (lines.length === 1) return `${indent}/** ${lines[0]} */\n`;
  return `${indent}/**\n${lines.map((line) => `${indent} *${line && ` ${line}`}\n`).join('')}${indent} */\n`;
}
