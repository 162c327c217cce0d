import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import '../typescript-modules.ts';
import type { ConfigFault } from './checks.ts';
import { checkFeatures } from './features.ts';
import type { PortalConfig } from './portal-config.ts';
import { checkPortal } from './portal-shape.ts';

/** The settings of a portal with what is true where it says nothing. */
export type Portal = PortalConfig & Required<Pick<PortalConfig, 'languages'>>;

const fileName = 'cais.config.ts';

/** Reads a portal's `cais.config.ts`; without one, its name is that of its folder. Throws an error that tells every fault by its key. */
export async function readPortal(folder: string): Promise<Portal> {
  const file = resolve(folder, fileName);
  const config = existsSync(file) ? await importConfig(file) : { name: basename(resolve(folder)) || 'Portal' };
  const faults = [
    ...checkPortal(config, ''),
    ...checkFeatures(config as PortalConfig),
    ...missingFiles(config as PortalConfig, folder),
  ];
  if (faults.length > 0) throw new Error([`${file} has faults:`, ...faults.map(describe)].join('\n'));
  return { languages: ['pt-BR', 'en'], ...(config as PortalConfig) };
}

async function importConfig(file: string): Promise<unknown> {
  const { default: config } = (await import(pathToFileURL(file).href).catch((error: Error) => {
    throw new Error(`${file} cannot be read: ${error.message}`, { cause: error });
  })) as { default?: unknown };
  if (config === undefined) throw new Error(`${file} must have a default export: export default { name: '…' }.`);
  return config;
}

/** Files that are named and not there, where all else about them is right. */
function missingFiles({ logo, favicon, card, fonts }: PortalConfig, folder: string): ConfigFault[] {
  const named: [string, unknown][] = [
    ...(typeof logo === 'object'
      ? Object.entries(logo).map(([key, file]): [string, unknown] => [`logo.${key}`, file])
      : [['logo', logo] as [string, unknown]]),
    ['favicon', favicon],
    ['card', card],
    ['fonts.text.file', fonts?.text?.file],
    ['fonts.code.file', fonts?.code?.file],
  ];
  return named
    .filter(([, file]) => typeof file === 'string' && !existsSync(join(folder, 'static', file)))
    .map(([key, file]) => ({
      key,
      message: `names "${file}"`,
      remedy: `There is no such file in ${join(folder, 'static')}: add it.`,
    }));
}

function describe({ key, message, remedy }: ConfigFault): string {
  return `  ${[key, message].filter(Boolean).join(' ')}. ${remedy}`;
}
