import type { ServedApi } from '../../plan/served-api.ts';
import { packageName, packageVersion } from './package-name.ts';

/** `package.json`: an ES module without dependencies, of which bundlers keep only what is imported. */
export function packageJson(api: ServedApi): string {
  const { summary, description, license } = api.document.info as ServedApi['document']['info'] & {
    license?: { name?: string; identifier?: string };
  };
  const about = summary ?? description?.split('\n')[0];
  const manifest = {
    name: packageName(api),
    version: packageVersion(api),
    description: `${api.title}${about ? `: ${about}` : ''}`.slice(0, 250),
    ...(license?.identifier && { license: license.identifier }),
    type: 'module',
    sideEffects: false,
    engines: { node: '>=20.3' },
    types: './index.d.ts',
    exports: { '.': { types: './index.d.ts', default: './index.js' }, './package.json': './package.json' },
    files: ['*.js', '*.d.ts', 'runtime'],
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
