import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '../../testing/test-specs.ts';
import { readPortal } from './read-portal.ts';

function portal(config?: string): string {
  const folder = join(temporaryFolder(), 'trens');
  mkdirSync(join(folder, 'static'), { recursive: true });
  if (config !== undefined) writeFileSync(join(folder, 'cais.config.ts'), config);
  return folder;
}

async function faultsOf(config: string): Promise<string> {
  const error = await readPortal(portal(config)).catch((thrown: Error) => thrown);
  return error instanceof Error ? error.message : 'none';
}

test('a folder without settings is a portal of its name, in every language', async () => {
  assert.deepEqual(await readPortal(portal()), { name: 'trens', languages: ['pt-BR', 'en'] });
});

test('settings are TypeScript, and checked', async () => {
  const config = `const name: string = 'Trens';\nexport default { name, languages: ['en'] };`;
  assert.deepEqual(await readPortal(portal(config)), { name: 'Trens', languages: ['en'] });
});

for (const [what, config, told] of [
  ['an unknown key', `{ name: 'T', acent: '#123456' }`, 'acent is no setting. Did you mean "accent"?'],
  ['an unknown key inside', `{ name: 'T', footer: { link: [] } }`, 'footer.link is no setting. Did you mean "links"?'],
  ['one like none', `{ name: 'T', zzz: 1 }`, 'zzz is no setting. There are name, tagline, '],
  ['no name', `{}`, 'name is missing. Add it.'],
  ['no text', `{ name: 7 }`, 'name is 7. Write the name of the portal.'],
  ['another language', `{ name: 'T', languages: ['fr-CA'] }`, 'languages[0] is "fr-CA". Write one of pt-BR, en, es.'],
  ['half a language', `{ name: 'T', languages: ['pt'] }`, 'languages[0] is "pt". Did you mean "pt-BR"?'],
  ['no language', `{ name: 'T', languages: [] }`, 'languages is []. Write a list with something in it'],
  [
    'a text in another language',
    `{ name: 'T', tagline: { fr: 'T' } }`,
    'tagline.fr is no setting. There are pt-BR, en, es.',
  ],
  ['a colour by name', `{ name: 'T', accent: 'red' }`, 'accent is "red". Write a colour by six hexadecimal digits'],
  [
    'a link that runs code',
    `{ name: 'T', navigation: [{ label: 'x', to: 'javascript:alert(1)' }] }`,
    'navigation[0].to is "javascript:alert(1)". ',
  ],
  [
    'another word for images',
    `{ name: 'T', descriptions: { images: 'any' } }`,
    'descriptions.images is "any". Write one of own, none, all.',
  ],
  [
    'a host with its path',
    `{ name: 'T', descriptions: { images: ['img.example.com/a'] } }`,
    'descriptions.images[0] is "img.example.com/a". Write a host, such as img.example.com',
  ],
  [
    'several words as a synonym',
    `{ name: 'T', search: { synonyms: [['trip', 'bus ride']] } }`,
    'search.synonyms[0][1] is "bus ride". Write a single word.',
  ],
  ['a link without a label', `{ name: 'T', footer: { links: [{ to: '/' }] } }`, 'footer.links[0].label is missing. '],
  [
    'a file outside',
    `{ name: 'T', favicon: '../secret.svg' }`,
    'favicon is "../secret.svg". Write the name of a file in static/',
  ],
  [
    'a file that is not there',
    `{ name: 'T', logo: { light: 'a.svg', dark: 'b.svg' } }`,
    'logo.dark names "b.svg". There is no such file in ',
  ],
  [
    'a feature that there is not',
    `{ name: 'T', features: { webhook: false } }`,
    'features.webhook is no setting. Did you mean "webhooks"?',
  ],
  [
    'a feature that is neither',
    `{ name: 'T', features: { keys: 'no' } }`,
    'features.keys is "no". Write true or false.',
  ],
  [
    'a feature without what it needs',
    `{ name: 'T', features: { sandbox: false, keys: true } }`,
    'features.keys needs sandbox, which is off. Turn sandbox on, or leave keys out.',
  ],
  [
    'a console on a sandbox that is off',
    `{ name: 'T', features: { sandbox: false }, console: { apis: { trens: ['sandbox'] } } }`,
    'console.apis.trens names the sandbox, which is off. Write document, or an address, or turn',
  ],
  ['a console that is on', `{ name: 'T', console: true }`, 'console is true. Write an object: { … }.'],
  [
    'a server that is no address',
    `{ name: 'T', console: { servers: [{ name: 'P', url: 'api.example' }] } }`,
    'console.servers[0].url is "api.example". Write an address: https://…',
  ],
  ['a group without APIs', `{ name: 'T', apis: [{ label: 'G', apis: [] }] }`, 'apis[0].apis is []. '],
] as const)
  test(`settings with ${what} are refused by file and key, with what to do`, async () => {
    const faults = await faultsOf(`export default ${config};`);
    assert.match(faults, /trens\/cais\.config\.ts has faults:\n/);
    assert.ok(faults.includes(`  ${told}`), faults);
  });

test('a file that is no program, or exports nothing, is named', async () => {
  assert.match(await faultsOf('export default {'), /cais\.config\.ts cannot be read: /);
  assert.match(await faultsOf('export const name = 1;'), /cais\.config\.ts must have a default export/);
});

for (const page of [
  'README.md',
  'docs/your-portal.mdx',
  'i18n/en/docusaurus-plugin-content-docs/current/your-portal.mdx',
  'i18n/es/docusaurus-plugin-content-docs/current/your-portal.mdx',
])
  test(`the settings that ${page} shows are accepted`, async () => {
    const [, config] = /```ts[^\n]*\n(import type \{ PortalConfig[\s\S]*?)```/.exec(readFileSync(page, 'utf8')) ?? [];
    assert.ok(config);
    const folder = portal(config);
    for (const [, file = ''] of config.matchAll(/'([\w-]+\.svg)'/g)) writeFileSync(join(folder, 'static', file), '');
    assert.match((await readPortal(folder)).name, /do Norte|Northern|del Norte/);
  });
