// `npm run pack`: writes the packages that can be published to `.cais/packages`, as tarballs.
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { writePackage } from './packages/write-package.ts';
import { root } from './run-child.mjs';

const packages = join(root, '.cais/packages');
const folder = join(packages, 'cais');
mkdirSync(packages, { recursive: true });
writePackage(folder);
execFileSync('npm', ['pack', '--silent', '--pack-destination', packages], { cwd: folder, stdio: 'inherit' });
