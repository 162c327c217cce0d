import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { shownBody } from '../testing/render/render-operation.ts';

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const text = { type: 'string' };

const count = (page: string, part: string) => page.split(part).length - 1;

describe('variants', () => {
  const shape = {
    allOf: [
      { type: 'object', required: ['label'], properties: { label: text } },
      {
        oneOf: [ref('Round'), ref('Edged')],
        discriminator: {
          propertyName: 'form',
          mapping: { round: 'Round', circle: 'Round', edged: '#/components/schemas/Edged' },
        },
      },
      {
        anyOf: [
          { title: 'Coloured', properties: { colour: text } },
          { title: 'Patterned', properties: { pattern: text } },
        ],
      },
    ],
  };
  const side = (name: string) => ({
    type: 'object',
    description: `Text of ${name}.`,
    properties: { [name]: { type: 'number' } },
  });
  const schemas = {
    Round: { type: 'object', description: 'No corners.', properties: { form: text, radius: { type: 'number' } } },
    Edged: {
      description: 'With corners.',
      properties: { form: { const: 'edged' } },
      oneOf: [ref('Tri'), ref('Quad')],
      discriminator: { propertyName: 'mode' },
    },
    Tri: side('a'),
    Quad: side('b'),
  };
  const page = shownBody(shape, schemas);

  test('of several choices inside allOf are all shown, nested ones too, each with its text and what picks it', () => {
    assert.match(
      page,
      /label string required One of these schemas: Round form = round \| circle No corners\. form string radius/,
    );
    assert.match(
      page,
      /Edged form = edged With corners\. form string Always edged One of these schemas: Tri mode = Tri Text of a\./,
    );
    assert.match(
      page,
      /Quad mode = Quad Text of b\. b number One or more of these schemas: Coloured colour string Patterned/,
    );
  });

  test('that only ask for fields say which', () => {
    const page = shownBody({
      type: 'object',
      properties: { a: text, b: text },
      anyOf: [{ required: ['a'] }, { required: ['b'] }],
    });
    assert.match(page, /One or more of these schemas: .*Requires a .*Requires b/);
  });
});

describe('a base schema', () => {
  const schemas = {
    Animal: {
      type: 'object',
      required: ['kind'],
      properties: { kind: text, parent: ref('Animal') },
      discriminator: { propertyName: 'kind', mapping: { dog: '#/components/schemas/Dog', plain: 'Plain' } },
      oneOf: [ref('Dog'), ref('Plain')],
    },
    Dog: {
      allOf: [ref('Animal'), { type: 'object', required: ['barks'], properties: { barks: { type: 'boolean' } } }],
    },
    Plain: { allOf: [ref('Animal')] },
  };

  test('is shown once, each child is named, and recursion ends', () => {
    const page = shownBody(ref('Animal'), schemas);
    assert.match(page, /Dog kind = dog barks boolean required Plain kind = plain No fields of its own\./);
    assert.equal(count(page, 'kind string'), 1);
    assert.match(page, /parent Animal Fields of parent Recursive: repeats the schema Animal/);
  });

  test('has the children that extend it, where it lists none', () => {
    const { oneOf: _, discriminator: __, ...base } = schemas.Animal;
    const page = shownBody(ref('Animal'), { ...schemas, Animal: { ...base, discriminator: { propertyName: 'kind' } } });
    assert.match(page, /Dog kind = Dog barks .* Plain kind = Plain/);
  });

  test('is whole where a child is shown alone', () => {
    assert.match(shownBody(ref('Dog'), schemas), /kind string required parent Animal .* barks boolean required/);
  });
});
