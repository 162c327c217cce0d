import { mask } from './mask-text.ts';

/** Strings, and what stands between the structural characters. */
const token = /"(?:[^"\\]|\\.)*"?|[{}[\]:,]|[^"{}[\]:,]+/gs;

/**
 * JSON text whose members with secret names have a mask for a value, whatever it is. Otherwise the text stays as it was sent; it
 * may be cut off or invalid.
 */
export function maskJson(text: string, isSecret: (name: string) => boolean): string {
  const written: string[] = [];
  let name: string | undefined;
  // Above 0 inside a value that is left out.
  let hiddenDepth = 0;
  let isHidden = false;
  for (const [part] of text.matchAll(token)) {
    if (isHidden) {
      if (part === '{' || part === '[') hiddenDepth++;
      else if ((part === '}' || part === ']') && hiddenDepth > 0) hiddenDepth--;
      else if (hiddenDepth === 0 && /^[,}\]]$/.test(part)) isHidden = false;
      if (isHidden) continue;
    }
    written.push(part);
    if (part.startsWith('"')) name = part;
    else if (part === ':' && name !== undefined && isSecret(readName(name))) {
      written.push(`"${mask}"`);
      isHidden = true;
      hiddenDepth = 0;
    }
    if (!/^\s*$/.test(part) && !part.startsWith('"')) name = undefined;
  }
  return written.join('');
}

/** A name may hide behind escapes. */
function readName(quoted: string): string {
  try {
    return JSON.parse(quoted);
  } catch {
    return quoted;
  }
}
