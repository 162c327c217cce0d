import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/run-child.mjs';
import type { Finding } from './finding.ts';

/** The Node that runs the server is the project's own, whatever the machine has; an installed package takes the machine's. */
export function checkNode(): Finding {
  const { dependencies, engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const { version } = process;
  const own: string | undefined = dependencies.node;
  if (own === undefined) return checkOldest(version, engines.node);
  const isOwn = version === `v${own}`;
  const text = isOwn ? `${version}, the one of this project` : `${version}; tested with ${own}`;
  return { what: 'Node', state: isOwn ? 'good' : 'odd', text };
}

/** `range` is the package's: `>=26`. */
function checkOldest(version: string, range: string): Finding {
  const [major, oldest] = [version, range].map((text) => Number(/\d+/.exec(text)?.[0])) as [number, number];
  return { what: 'Node', state: major >= oldest ? 'good' : 'odd', text: `${version}; it must be ${range}` };
}
