import type { ConfigFault } from './checks.ts';
import type { ApiSettings, PortalConfig } from './portal-config.ts';

/**
 * What a portal may have, and what each of these cannot be without: there are keys, webhooks, a request log and accounts only where
 * there is a sandbox to use them in, and suggestions are read by people who have signed in.
 */
const needs = {
  sandbox: [],
  keys: ['sandbox'],
  webhooks: ['sandbox'],
  requests: ['sandbox'],
  accounts: ['sandbox'],
  suggestions: ['accounts', 'sandbox'],
  downloads: [],
} as const;

export type Feature = keyof typeof needs;

/** Which features a portal has. */
export type Features = Readonly<Record<Feature, boolean>>;

export const featureNames = Object.keys(needs) as Feature[];

export const allFeatures = Object.fromEntries(featureNames.map((name) => [name, true])) as Features;

/** The features of a portal: all that its settings do not turn off, and that need none that is off. */
export function featuresOf({ features = {} }: Pick<PortalConfig, 'features'>): Features {
  const isOn = (name: Feature): boolean => features[name] !== false && needs[name].every(isOn);
  return Object.fromEntries(featureNames.map((name) => [name, isOn(name)])) as Features;
}

/** Features that the settings turn on although they need one that is off, and servers that are sandboxes where there are none. */
export function checkFeatures(settings: ApiSettings): ConfigFault[] {
  const { features } = settings;
  if (typeof features !== 'object' || features === null) return [];
  const clashes = featureNames.flatMap((name) => {
    const missing = needs[name].find((need) => features[need] === false);
    if (features[name] !== true || !missing) return [];
    const key = `features.${name}`;
    return [{ key, message: `needs ${missing}, which is off`, remedy: `Turn ${missing} on, or leave ${name} out.` }];
  });
  return features.sandbox === false ? [...clashes, ...checkConsole(settings)] : clashes;
}

function checkConsole({ console: settings }: ApiSettings): ConfigFault[] {
  const { servers, apis = {} } = settings || {};
  const lists = [
    ['console.servers', servers] as const,
    ...Object.entries(apis).map(([slug, list]) => [`console.apis.${slug}`, list] as const),
  ];
  return lists
    .filter(([, list]) => Array.isArray(list) && list.includes('sandbox'))
    .map(([key]) => ({
      key,
      message: 'names the sandbox, which is off',
      remedy: 'Write document, or an address, or turn features.sandbox on.',
    }));
}
