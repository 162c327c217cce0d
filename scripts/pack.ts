// `npm run pack`: writes the packages that can be published to `.cais/packages`, as tarballs.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { packPackages } from './packages/pack-packages.ts';
import { root } from './run-child.mjs';

const folder = join(root, '.cais/packages');
mkdirSync(folder, { recursive: true });
for (const tarball of await packPackages(folder)) console.log(tarball);
