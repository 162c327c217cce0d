import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { checkExample } from './check-example.ts';
import { rules } from './rules.ts';

const guides = {
  Portuguese: ['docs', 'Errado', 'Certo'],
  English: ['i18n/en/docusaurus-plugin-content-docs/current', 'Wrong', 'Right'],
  Spanish: ['i18n/es/docusaurus-plugin-content-docs/current', 'Incorrecto', 'Correcto'],
} as const;
/** What the examples of the guide leave out. */
const start = 'openapi: 3.1.0\ninfo: {title: Agenda, version: "2"}\n';
const servers = 'servers: [{url: /sandbox/example/v2}]\n';

for (const [language, [folder, wrong, right]] of Object.entries(guides)) {
  describe(`the style guide in ${language}`, () => {
    const sections = readFileSync(`${folder}/style-guide.mdx`, 'utf8').split(/^## /m).slice(1);
    const nameOf = (section: string) => /\{\/\* #(\S+) \*\/\}/.exec(section)?.[1];

    test('explains each rule that the lint knows, in its order', () => {
      assert.deepEqual(
        sections.map(nameOf),
        rules.map(({ name }) => name),
      );
    });

    for (const section of sections) {
      const name = nameOf(section);
      const faultsOf = async (title: string) => {
        const [, example] = new RegExp(`\`\`\`yaml title="${title}"\n(.*?)\`\`\``, 's').exec(section) ?? [];
        assert.ok(example, `${name} has no example "${title}"`);
        return checkExample(start + (example.includes('servers:') ? '' : servers) + example);
      };

      test(`${name}: the lint reports the wrong example, with a link to here, and accepts the right one`, async () => {
        const faults = await faultsOf(wrong);
        assert.ok(faults.length > 0, 'nothing is reported');
        for (const { message, remedy } of faults) {
          assert.ok(message.startsWith(`${name}: `), message);
          assert.ok(remedy.endsWith(` See docs/style-guide.mdx#${name}.`), remedy);
        }
        assert.deepEqual(await faultsOf(right), []);
      });
    }
  });
}
