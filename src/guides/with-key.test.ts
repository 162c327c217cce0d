import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { it } from 'node:test';
import { withKey } from './with-key.ts';

const open = `curl -s -X POST http://localhost:3000/platform/v1/guest_workspaces`;

it('puts the key in the place of what opens a workspace, and keeps the other lines', () => {
  const code = `export CAIS_KEY=$(${open} | node -pe 'JSON.parse(require("fs").readFileSync(0,"utf8")).api_key.secret')\nls`;
  assert.equal(withKey(code, 'sk_test_$&', 'Open'), 'export CAIS_KEY=sk_test_$&\nls');
  const two = `RESPONSE=$(${open})\nexport CAIS_KEY=$(node -pe 'JSON.parse(process.argv[1]).api_key.secret' "$RESPONSE")`;
  assert.equal(withKey(two, 'sk_test_a', 'Open.'), '# Open.\nexport CAIS_KEY=sk_test_a');
});

it('leaves a second workspace and a response that is shown', () => {
  assert.equal(withKey(`OTHER_KEY=$(${open})`, 'sk_test_a', ''), undefined);
  assert.equal(withKey(`RESPONSE=$(${open})\necho "$RESPONSE"`, 'sk_test_a', ''), undefined);
});

it('finds the key’s line in each guide that has one', () => {
  const guides = globSync(['docs/*.mdx', 'i18n/*/docusaurus-plugin-content-docs/current/*.mdx']);
  const texts = guides.map((guide) => readFileSync(guide, 'utf8')).filter((text) => /^(export )?CAIS_KEY=/m.test(text));
  assert.ok(texts.length > 40);
  assert.deepEqual(
    texts.filter((text) => /^(export )?CAIS_KEY=\$/m.test(withKey(text, 'sk_test_a', '') ?? text)),
    [],
  );
});
