/** The rooms of the server from the top down: a room imports only rooms on lower lines. */
export const serverRooms: string[][] = [
  ['main', 'backup', 'write-clients'],
  ['start-server', 'in-process'],
  ['list-jobs', 'end-process', 'start-faults'],
  ['app', 'create-context'],
  ['operators'],
  ['http'],
  ['pipeline'],
  ['platform', 'oauth', 'downloads'],
  ['clients'],
  ['sandbox'],
  ['records', 'webhooks'],
  ['activity', 'suggestions'],
  ['events'],
  ['people'],
  ['mail', 'identity'],
  ['plan'],
  ['profiles'],
  ['dialect'],
  ['openapi'],
  ['answers', 'db', 'net'],
  ['settings'],
];

/** Types from these files may be imported everywhere; only `create-context.ts` creates their values. */
export const typesForAll = ['server/context.ts', 'server/config.ts', 'server/log.ts'];

/** The rooms of the browser code, from the top down. */
export const browserRooms: string[][] = [
  ['pages', 'theme'],
  [
    'home',
    'search',
    'downloads',
    'explain',
    'keys',
    'people',
    'workspace',
    'webhooks',
    'requests',
    'usage',
    'alerts',
    'suggestions',
    'reference',
    'guides',
  ],
  ['console'],
  ['exchange', 'events'],
  ['client'],
  ['documents', 'format', 'ui'],
];

/** Other folders that each folder may import from. */
export const folderRules: Record<string, string[]> = {
  // Pure functions, for whoever writes a request: no import, no API of Node or of a browser.
  wire: [],
  src: ['wire'],
  server: ['wire'],
  e2e: ['scripts', 'server/net', 'server/testing', 'wire'],
  bench: ['scripts', 'server'],
  cli: ['scripts', 'server'],
  scripts: [
    'server/answers',
    'server/openapi',
    'server/clients',
    'server/dialect',
    'server/events',
    'server/pipeline/steps',
    'server/identity',
    'server/in-process',
    'server/net',
    'server/plan',
    'server/sandbox',
    'server/settings',
    'server/testing',
    'src',
    'wire',
  ],
  // Profiles import `cais/dialect`; the rest is for their tests.
  specs: ['server/testing', 'server/plan', 'server/events', 'server/dialect/formats'],
};

/** The room of a file: `records` for `server/records/find-record.ts`, `app` for `server/app.ts`. */
export function roomOf(path: string): string {
  return path.split('/')[1]?.replace(/\.\w+$/, '') ?? '';
}

/** The level of a room, 0 at the top; undefined if it is not listed. */
export function levelOf(rooms: string[][], room: string): number | undefined {
  const level = rooms.findIndex((names) => names.includes(room));
  return level === -1 ? undefined : level;
}
