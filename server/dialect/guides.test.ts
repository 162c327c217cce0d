import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { refusalStatuses } from '../answers/refusal-statuses.ts';

const folders = {
  Portuguese: 'docs',
  English: 'i18n/en/docusaurus-plugin-content-docs/current',
  Spanish: 'i18n/es/docusaurus-plugin-content-docs/current',
};
const sourceOf = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8');

for (const [language, folder] of Object.entries(folders)) {
  const profileGuide = readFileSync(`${folder}/profile.mdx`, 'utf8');
  const errorGuide = readFileSync(`${folder}/errors.mdx`, 'utf8');

  test(`the guide for providers lists every profile property, in ${language}`, () => {
    const properties = [...sourceOf('profile.ts').matchAll(/^ {2}(\w+)\?:/gm)].map(([, name]) => name);
    assert.ok(properties.length > 30, 'the properties of Profile and ResourceRules are read off profile.ts');
    assert.deepEqual(
      properties.filter((name) => !new RegExp(`^\\|[^|]*\`${name}\``, 'm').test(profileGuide)),
      [],
      'Add a row to the tables of parts in every language.',
    );
  });

  test(`every part in the guide for providers exists, in ${language}`, () => {
    const parts = globSync('server/dialect/**/*.ts', { exclude: ['**/*.test.ts'] }).map((file) =>
      readFileSync(file, 'utf8'),
    );
    const exported = new Set(
      parts.flatMap((text) => [...text.matchAll(/^export \w+ (\w+)/gm)].map(([, name]) => name)),
    );
    const rows = profileGuide.matchAll(/^\| `\w+` \|(.*)\|$/gm);
    const offered = [...rows].flatMap(([, cell = '']) =>
      [...cell.matchAll(/`([a-z]+[A-Z]\w+)`/g)].map(([, name]) => name),
    );
    assert.ok(offered.length > 20);
    // `operationId` is the only other camel-case word.
    assert.deepEqual(
      [...new Set(offered)].filter((name) => name !== 'operationId' && !exported.has(name as string)),
      [],
    );
  });

  test(`the guide on errors explains every code, in ${language}`, () => {
    const fieldCodes = [...sourceOf('errors/field-messages.ts').matchAll(/^ {2}\| '(\w+)'/gm)].map(([, code]) => code);
    assert.ok(fieldCodes.length > 5);
    const codes = [...Object.keys(refusalStatuses), ...fieldCodes];
    assert.deepEqual(
      codes.filter((code) => !errorGuide.includes(`### \`${code}\` {/* #${code} */}`)),
      [],
    );
  });
}
