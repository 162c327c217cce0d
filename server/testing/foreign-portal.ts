import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const guide = (title: string, text: string) => `# ${title}

${text}

\`\`\`bash
export CAIS_KEY=$(curl -s -X POST http://localhost:3000/platform/v1/guest_workspaces | node -pe 'JSON.parse(require("fs").readFileSync(0,"utf8")).api_key.secret')
curl -s -H "Authorization: Bearer $CAIS_KEY" http://localhost:3000/sandbox/train-travel/stations
\`\`\`
`;

/** What its provider has written: a guide in two languages, and a file that is served as it is. */
const files: Record<string, string> = {
  'docs/first-train.md': guide('O primeiro trem', 'Liste as estações:'),
  'i18n/en/docusaurus-plugin-content-docs/current/first-train.md': guide('The first train', 'List the stations:'),
  'static/timetable.txt': '07:35 Berlin',
};

/**
 * The folder of a portal of somebody else, for PORTAL: one third-party document, one guide, nothing more. It is outside the project,
 * so that nothing of it works only because of where it is; each checkout has its own, and its build stays in it.
 */
export function foreignPortal(): string {
  const checkout = createHash('sha256').update(resolve('.')).digest('hex').slice(0, 8);
  const folder = join(tmpdir(), `cais-foreign-${checkout}`);
  const document = join(folder, 'specs/train-travel/openapi.yaml');
  for (const path of [document, ...Object.keys(files).map((name) => join(folder, name))])
    mkdirSync(dirname(path), { recursive: true });
  copyFileSync('node_modules/@readme/oas-examples/3.1/yaml/train-travel.yaml', document);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}
