import { stripTypeScriptTypes } from 'node:module';

/**
 * TypeScript as JavaScript that a person likes to read. Node.js puts blanks where the types were; here they are closed, lines
 * of types go, and imports name the `.js` files.
 */
export function stripTypes(typescript: string): string {
  const stripped = stripTypeScriptTypes(typescript);
  let code = '';
  let position = 0;
  for (const [blanks] of stripped.matchAll(/\s+|\S+/g)) {
    const original = typescript.slice(position, position + blanks.length);
    code += /\S/.test(blanks) ? blanks : close(original, blanks, stripped[position + blanks.length] ?? '');
    position += blanks.length;
  }
  return (
    code
      .replace(/[ \t]+$/gm, '')
      .replace(/\{ {2,}/g, '{ ')
      // What described a type describes nothing now.
      .replace(/^\/\*\*(?:(?!\*\/)[\s\S])*\*\/\n\n/gm, '')
      .replace(/\n{3,}/g, '\n\n')
      .replace(/(from '\.[^']*)\.ts'/g, "$1.js'")
      .trimStart()
  );
}

/** Blanks without the part that was a type: from the first to the last character that Node.js has erased. */
function close(original: string, blanks: string, next: string): string {
  const isErased = (index: number) => original[index] !== blanks[index];
  const erased = [...blanks].flatMap((_, index) => (isErased(index) ? index : []));
  const [first, last] = [erased[0], erased.at(-1)];
  if (first === undefined || last === undefined) return blanks;
  const before = blanks.slice(0, first);
  const after = blanks.slice(last + 1);
  const left = before + (before.endsWith(' ') && after.startsWith(' ') ? after.slice(1) : after);
  if (left.includes('\n')) return left;
  // `value as Text,` and `value as Text)` leave the blank before `as`.
  return /^[,;)\]}]/.test(next) ? left.slice(before.length) : left;
}
