import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const inlineScript = /<script(?![^>]*\ssrc=)[^>]*>(.*?)<\/script>/gs;
const styleAttribute = /<\w[^>]*?\sstyle=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g;

/**
 * Writes the hashes of all scripts and style attributes that stand in the pages below `site`, as sources of a Content-Security-Policy
 * (CSP 3, 2.3.1): the server allows these, and nothing else inline.
 */
export function writeInlineHashes(site: string, file: string): void {
  const scripts = new Set<string>();
  const styles = new Set<string>();
  for (const page of globSync('**/*.html', { cwd: site })) {
    const html = readFileSync(join(site, page), 'utf8');
    for (const [, script = ''] of html.matchAll(inlineScript)) scripts.add(script);
    for (const [, double, single, bare] of html.matchAll(styleAttribute)) styles.add(double ?? single ?? bare ?? '');
  }
  writeFileSync(file, JSON.stringify({ scripts: hashesOf(scripts), styles: hashesOf(styles) }));
}

function hashesOf(texts: Set<string>): string[] {
  return [...texts].map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`).sort();
}
