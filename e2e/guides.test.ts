import { existsSync, globSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { root } from '../scripts/run-child.mjs';
import { isFile, performProjectGuide } from './support/guide-project.ts';
import { performGuide } from './support/guide-runner.ts';
import { expect, test, withFolder } from './support/portal-test.ts';
import { readBlocks } from './support/read-guide.ts';
import { openShell } from './support/shell.ts';

const PORTUGUESE = 'docs';
const ENGLISH = 'i18n/en/docusaurus-plugin-content-docs/current';
const guides = globSync(`{${PORTUGUESE},${ENGLISH}}/**/*.{md,mdx}`, { cwd: root }).sort();

test('there are guides, and each exists in both languages', () => {
  const portuguese = guides.filter((path) => path.startsWith(`${PORTUGUESE}/`));
  expect(portuguese.length).toBeGreaterThanOrEqual(4);
  const translated = portuguese.map((path) => path.replace(PORTUGUESE, ENGLISH));
  expect(translated.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  expect(guides).toHaveLength(portuguese.length * 2);
});

for (const guide of guides) {
  const markdown = readFileSync(join(root, guide), 'utf8');
  if (!readBlocks(markdown).some(({ language }) => language === 'bash')) continue;

  if (readBlocks(markdown).some(isFile)) {
    test(`the API written in ${guide} behaves as shown`, async () => {
      test.setTimeout(300_000); // Each stage starts a server.
      await withFolder((folder) => performProjectGuide(guide, markdown, folder));
    });
    continue;
  }

  test(`${guide} matches the real behaviour`, async ({ portal }) => {
    const blocks = readBlocks(markdown.replaceAll('http://localhost:3000', portal.origin));
    await withFolder(async (parent) => {
      // The packages that a guide uses are in the folder above; what it installs itself stays in its own.
      symlinkSync(join(root, 'node_modules'), join(parent, 'node_modules'), 'dir');
      const folder = join(parent, 'guide');
      mkdirSync(folder);
      writeFileSync(join(folder, 'package.json'), '{}');
      // The reader has linked the command.
      mkdirSync(join(parent, 'bin'));
      symlinkSync(join(root, 'cli/cais.mjs'), join(parent, 'bin/cais'));
      const PATH = [join(parent, 'bin'), process.env.PATH].join(delimiter);
      const shell = openShell({ PATH, npm_config_audit: 'false', npm_config_update_notifier: 'false' }, folder);
      try {
        await performGuide(guide, blocks, shell, folder);
      } finally {
        shell.end();
      }
    });
  });
}
