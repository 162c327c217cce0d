import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { contrast, shadesOf } from '../../../server/settings/portal/accent.ts';
import type { PortalFont } from '../../../server/settings/portal/portal-config.ts';
import type { Portal } from '../../../server/settings/portal/read-portal.ts';
import { write } from '../write-file.ts';

/** Style sheet of a portal's own accent and fonts. */
export const lookFile = (caisDir: string) => join(caisDir, 'look/portal.css');

/** Folder of pictures that are made for a portal that has none. */
export const madeFiles = (caisDir: string) => join(caisDir, 'look/static');

const usualAccent = '#0a6b5c';

/** Writes how a portal looks, and logs where its accent was not legible. */
export function writeLook(caisDir: string, folder: string, portal: Portal, log: (line: string) => void): void {
  rmSync(join(caisDir, 'look'), { recursive: true, force: true });
  const { accent, fonts = {} } = portal;
  const rules = [
    ...(accent ? accentRules(accent, log) : []),
    ...fontRules('text', fonts.text, folder),
    ...fontRules('code', fonts.code, folder),
  ];
  write(lookFile(caisDir), `${rules.join('\n')}\n`);
  if (!portal.favicon) write(join(madeFiles(caisDir), 'favicon.svg'), initial(portal.name, accent ?? usualAccent));
}

function accentRules(accent: string, log: (line: string) => void): string[] {
  return Object.entries(shadesOf(accent)).map(([scheme, { accent: shade, strong, wash, on }]) => {
    if (shade !== accent.toLowerCase()) {
      const paper = scheme === 'light' ? '#ffffff' : '#0e1614';
      log(
        `  accent ${accent} has a contrast of ${contrast(accent, paper).toFixed(1)}:1 on ${scheme} pages: they take ${shade}`,
      );
    }
    const colours = `{ --sea: ${shade}; --sea-strong: ${strong}; --sea-wash: ${wash}; --on-sea: ${on}; }`;
    // Paper has those of light pages.
    return scheme === 'light' ? `:root ${colours}` : `@media not print { html[data-theme="dark"] ${colours} }`;
  });
}

function fontRules(kind: 'text' | 'code', font: PortalFont | undefined, folder: string): string[] {
  if (!font) return [];
  const { family, file } = font;
  const others = kind === 'text' ? 'system-ui, sans-serif' : 'ui-monospace, monospace';
  return [
    ...(file
      ? [
          `@font-face { font-family: "${family}"; font-weight: 100 900; font-display: swap; src: url("${join(folder, 'static', file)}"); }`,
        ]
      : []),
    `:root { --font-${kind}: "${family}", ${others}; }`,
  ];
}

/** The first letter of the name, for a portal without a picture. */
function initial(name: string, accent: string): string {
  const letter = [...name.trim()][0]?.toUpperCase() ?? '';
  const text = letter.replace(/[<>&]/g, '');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="${accent}"/><text x="16" y="23" text-anchor="middle" font-family="system-ui, sans-serif" font-size="20" font-weight="700" fill="${contrast(accent, '#ffffff') >= 4.5 ? '#ffffff' : '#000000'}">${text}</text></svg>\n`;
}
