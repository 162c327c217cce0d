import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Sources of a Content-Security-Policy. */
interface InlineHashes {
  scripts: string[];
  styles: string[];
}

/**
 * The Content-Security-Policy of the portal's pages: inline scripts and styles are those that the build has written, and nothing
 * comes from or goes to elsewhere, except calls of the console to the servers, and images of descriptions, that the portal's settings
 * allow. The search is WebAssembly; documents and images of responses are shown from `blob:`.
 */
export function pagePolicy(siteDir: string, called: string[] = [], images: string[] = []): Record<string, string[]> {
  const { scripts, styles } = readInlineHashes(siteDir);
  return {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'", "'wasm-unsafe-eval'", ...scripts],
    scriptSrcAttr: ["'none'"],
    styleSrc: ["'self'"],
    styleSrcAttr: ["'unsafe-hashes'", ...styles],
    imgSrc: ["'self'", 'data:', 'blob:', ...images],
    fontSrc: ["'self'"],
    connectSrc: ["'self'", ...called],
    frameSrc: ["'self'", 'blob:'],
    manifestSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  };
}

/** Pages that were not built by `npm run build` have none. */
function readInlineHashes(siteDir: string): InlineHashes {
  const file = join(dirname(siteDir), 'inline-hashes.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { scripts: [], styles: [] };
}
