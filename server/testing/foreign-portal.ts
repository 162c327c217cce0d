import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** A server that tests start there, in the place of a provider's own: its address is built into the pages. */
export const stationUrl = 'http://127.0.0.1:48733/rail';

/** What its provider has written, in English alone: settings, a guide, one in the place of a built-in one, and a file served as it is. */
const files: Record<string, string> = {
  'cais.config.ts': `export default {
  name: 'Northern Rail',
  tagline: 'Trains by HTTP',
  languages: ['en'],
  logo: 'engine.svg',
  accent: '#ffb020',
  apis: [{ label: 'Travel', apis: ['train-travel'] }],
  navigation: [{ label: 'Timetable', to: '/guides/first-train' }],
  footer: { text: 'Northern Rail, York', links: [{ label: 'Stations', to: '/reference/train-travel' }] },
  contact: { email: 'api@rail.example' },
  home: { title: 'Trains by HTTP', firstCall: 'train-travel/create-booking' },
};
`,
  'docs/first-train.md': `# The first train

List the stations:

\`\`\`bash
export CAIS_KEY=$(curl -s -X POST http://localhost:3000/platform/v1/guest_workspaces | node -pe 'JSON.parse(require("fs").readFileSync(0,"utf8")).api_key.secret')
curl -s -H "Authorization: Bearer $CAIS_KEY" http://localhost:3000/sandbox/train-travel/stations
\`\`\`
`,
  'docs/usage.md': `# What we count

Each ticket.
`,
  'static/timetable.txt': '07:35 Berlin',
  'static/engine.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="4"/></svg>',
};

/** Settings of portals that have less: one without anything but its sandbox, and one of documents alone. */
const settings = {
  whole: files['cais.config.ts'],
  reduced: `export default {
  name: 'Reduced Rail',
  languages: ['en'],
  features: { keys: false, webhooks: false, requests: false, accounts: false, downloads: false },
};
`,
  plain: `export default {
  name: 'Plain Rail',
  languages: ['en'],
  features: { sandbox: false },
  console: { servers: ['document', { name: 'Station', url: '${stationUrl}' }] },
};
`,
};

/** A portal of somebody else: with all features, or with less. */
export type ForeignPortal = keyof typeof settings;

export const foreignPortals = Object.keys(settings) as ForeignPortal[];

/**
 * The folder of a portal of somebody else, for PORTAL: one third-party document, two guides, settings. It is outside the project,
 * so that nothing of it works only because of where it is; each checkout has its own, and its build stays in it.
 */
export function foreignPortal(name: ForeignPortal = 'whole'): string {
  const checkout = createHash('sha256').update(resolve('.')).digest('hex').slice(0, 8);
  const folder = join(tmpdir(), `cais-foreign-${checkout}`, name);
  const own: Record<string, string | undefined> = name === 'whole' ? files : { 'cais.config.ts': settings[name] };
  const document = join(folder, 'specs/train-travel/openapi.yaml');
  for (const path of [document, ...Object.keys(own).map((file) => join(folder, file))])
    mkdirSync(dirname(path), { recursive: true });
  copyFileSync('node_modules/@readme/oas-examples/3.1/yaml/train-travel.yaml', document);
  for (const [file, text = ''] of Object.entries(own)) writeFileSync(join(folder, file), text);
  return folder;
}
