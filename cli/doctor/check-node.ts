import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/run-child.mjs';
import { isAtLeast, oldestToRun } from '../../server/settings/node-versions.mjs';
import type { Finding } from './finding.ts';

/** The Node that runs the server is the project's own, whatever the machine has; an installed package takes the machine's. */
export function checkNode(): Finding {
  const { dependencies, engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const { version } = process;
  const own: string | undefined = dependencies.node;
  if (own === undefined) return checkOldest(engines.node);
  const isOwn = version === `v${own}`;
  const text = isOwn ? `${version}, the one of this project` : `${version}; tested with ${own}`;
  return { what: 'Node', state: isOwn ? 'good' : 'odd', text };
}

/** `cais` does not start under an older one; only whoever runs its files otherwise comes so far. */
function checkOldest(range: string): Finding {
  const { version, versions } = process;
  const state = isAtLeast(versions.node, oldestToRun) ? 'good' : 'bad';
  return { what: 'Node', state, text: `${version}; it must be ${range}` };
}
