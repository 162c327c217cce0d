/** Which rooms there are, from the top down: a room imports those below, and none on its own line. */
export const serverRooms: string[][] = [
  ['main', 'explain'],
  ['app', 'create-context'],
  ['http'],
  ['pipeline'],
  ['platform', 'oauth', 'downloads'],
  ['sandbox'],
  ['records', 'webhooks'],
  ['events'],
  ['people'],
  ['mail', 'identity'],
  ['plan'],
  ['dialect'],
  ['openapi'],
  ['answers', 'db', 'net'],
];

/** Types of these may be imported everywhere; `create-context.ts` alone makes what they describe. */
export const typesForAll = ['server/context.ts', 'server/config.ts', 'server/log.ts'];

/** The rooms of the portal in the browser, likewise. */
export const browserRooms: string[][] = [
  ['pages', 'theme'],
  ['home', 'search', 'downloads', 'explain', 'keys', 'people', 'workspace', 'webhooks', 'reference'],
  ['console'],
  ['exchange', 'events'],
  ['client'],
  ['documents', 'format', 'ui'],
];

/** What each folder may import of the others. */
export const folderRules: Record<string, string[]> = {
  src: [],
  server: [],
  e2e: ['scripts', 'server/testing'],
  bench: ['scripts', 'server'],
  scripts: [
    'server/answers',
    'server/openapi',
    'server/dialect/formats',
    'server/plan',
    'server/sandbox',
    'server/testing',
    'src',
  ],
  specs: ['server/answers', 'server/dialect', 'server/testing', 'server/plan', 'server/events'],
};

/** The room of a file: `records` of `server/records/find-record.ts`, `app` of `server/app.ts`. */
export function roomOf(path: string): string {
  return path.split('/')[1]?.replace(/\.\w+$/, '') ?? '';
}

/** How far down a room is; undefined for one that is not in the list. */
export function levelOf(rooms: string[][], room: string): number | undefined {
  const level = rooms.findIndex((names) => names.includes(room));
  return level === -1 ? undefined : level;
}
