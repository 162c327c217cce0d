import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/run-child.mjs';
import type { Finding } from './finding.ts';

/** The Node that runs the server is the project's own, whatever the machine has. */
export function checkNode(): Finding {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const isOwn = process.version === `v${dependencies.node}`;
  const text = isOwn
    ? `${process.version}, the one of this project`
    : `${process.version}; tested with ${dependencies.node}`;
  return { what: 'Node', state: isOwn ? 'good' : 'odd', text };
}
