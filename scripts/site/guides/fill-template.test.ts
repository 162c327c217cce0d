import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asMarkdown, fillTemplate } from './fill-template.ts';

test('a value takes the place of its name, and a section is there where it has one', () => {
  const template =
    'A {{name}}.\n\n{{#has}}\nOnly {{name}}{{^none}}, too{{/none}}.\n\n{{/has}}\n{{^has}}\nNothing.\n\n{{/has}}\nEnd.\n';
  assert.equal(fillTemplate(template, { name: 'cat', has: 'yes', none: '' }), 'A cat.\n\nOnly cat, too.\n\nEnd.\n');
  assert.equal(fillTemplate(template, { name: 'cat', has: '', none: 'x' }), 'A cat.\n\nNothing.\n\nEnd.\n');
});

test('a name that means nothing and a section without an end are told, not shown', () => {
  assert.throws(() => fillTemplate('{{nmae}}', { name: '' }), /\{\{nmae\}\} is no value of a guide/);
  assert.throws(() => fillTemplate('{{#name}} a', { name: 'x' }), /\{\{#name\}\} has no counterpart/);
});

test('what an example of a document has of a template is shown as it is', () => {
  const example = '{"html": "{{#name}}Hello{{/name}} {{other}} {{/if}}"}\n\n\n\n';
  assert.equal(fillTemplate('A\n\n\n\n{{example}}', { example }), `A\n\n${example}`);
});

test('a title of a document is shown as it is', () => {
  assert.equal(asMarkdown('A {b} <c>\n*d* | `e`'), 'A \\{b\\} \\<c\\> \\*d\\* \\| \\`e\\`');
});
