import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type SendBody, serveBodies } from '../testing/sent-bodies.ts';
import { describeOnDatabases } from '../testing/test-databases.ts';

const book = "{$ref: '#/components/schemas/Book'}";
const pet = "{$ref: '#/components/schemas/Pet'}";
const both = (schema: string) => `{application/xml: {schema: ${schema}}, application/json: {schema: ${schema}}}`;
const id = '[{name: id, in: path, required: true, schema: {type: integer}}]';
const document = `openapi: 3.1.0
info: {title: Shelf, version: "1"}
paths:
  /books:
    get: {responses: {"200": {description: ok, content: {text/xml: {schema: {type: array, xml: {name: books}, items: ${book}}}}}}}
    post: {requestBody: {required: true, content: {text/xml: {schema: ${book}}}}, responses: {"201": {description: ok, content: {text/xml: {schema: ${book}}}}}}
  /books/{id}:
    get: {parameters: ${id}, responses: {"200": {description: ok, content: {text/xml: {schema: ${book}}}}}}
  /pets:
    get: {responses: {"200": {description: ok, content: ${both(`{type: array, xml: {name: pets}, items: ${pet}}`)}}}}
    post: {requestBody: {content: ${both(pet)}}, responses: {"201": {description: ok, content: ${both(pet)}}}}
  /pet: {post: {requestBody: {required: true, content: {application/xml: {schema: {type: object, xml: {name: pet}, properties: {id: {type: integer}}}}}}, responses: {"200": {description: ok, content: {application/xml: {schema: {type: object, xml: {name: pet}, properties: {id: {type: integer, example: 7}}}}}}}}}
components:
  schemas:
    Pet:
      type: object
      required: [name]
      xml: {name: pet}
      properties:
        id: {type: integer, xml: {attribute: true}}
        name: {type: string}
        tags: {type: array, xml: {wrapped: true}, items: {type: string, xml: {name: tag}}}
        photos: {type: array, items: {type: string, xml: {name: photo}}}
    Book:
      type: object
      required: [id, title]
      xml: {name: book, prefix: smp, namespace: 'http://example.com/schema'}
      properties:
        id: {type: integer, readOnly: true, xml: {attribute: true, prefix: smp}}
        title: {type: string, xml: {prefix: smp}}
        price: {type: object, xml: {namespace: 'http://example.com/price'}, properties: {currency: {type: string, xml: {nodeType: attribute}}, amount: {type: number, xml: {nodeType: text}}}}
        blurb: {type: object, properties: {text: {type: string, xml: {nodeType: cdata}}}}
`;

describeOnDatabases('XML that a document declares, without a profile', (open) => {
  let send: SendBody;
  let close: () => Promise<void>;
  before(async () => {
    ({ send, close } = await serveBodies({ shelf: document }, open));
  });
  after(() => close());

  test('is read and written with its namespaces, attributes, texts and CDATA sections', async () => {
    const body =
      '<s:book xmlns:s="http://example.com/schema"><s:title>A &amp; B</s:title><price xmlns="http://example.com/price" currency="EUR">9.5</price><blurb><![CDATA[a < b]]></blurb></s:book>';
    const made = await send('POST /shelf/books', { type: 'text/xml', body });
    const [, number] = /smp:id="(\d+)"/.exec(made.text) ?? [];
    assert.deepEqual([made.status, made.type], [201, 'text/xml; charset=UTF-8']);
    assert.equal(
      made.text,
      `<?xml version="1.0" encoding="UTF-8"?>
<smp:book xmlns:smp="http://example.com/schema" smp:id="${number}">
  <smp:title>A &amp; B</smp:title>
  <price xmlns="http://example.com/price" currency="EUR">9.5</price>
  <blurb><![CDATA[a < b]]></blurb>
</smp:book>
`,
    );
    assert.equal((await send(`GET /shelf/books/${number}`)).text, made.text);
    const list = (await send('GET /shelf/books', { accept: 'application/xml' })).text;
    assert.match(list, /^<\?xml[^>]+>\n<books>\n {2}<smp:book .+A &amp; B.+<\/books>\n$/s);
    assert.equal((await send(`GET /shelf/books/${number}`, { accept: 'application/json' })).status, 406);
  });

  test('what is sent as XML is read as JSON, and the other way round', async () => {
    const body = '<pet><name>Rex</name><tags><tag>a</tag><tag>b</tag></tags><photo>p</photo><photo>q</photo></pet>';
    const fields = { name: 'Rex', tags: ['a', 'b'], photos: ['p', 'q'] };
    const before = (await send('GET /shelf/pets')).body.length;
    const made = await send('POST /shelf/pets', { type: 'application/xml', body });
    const { id: number, ...kept } = made.body;
    assert.deepEqual([made.status, kept], [201, fields]);
    const same = await send('POST /shelf/pets', {
      type: 'application/json',
      body: JSON.stringify(fields),
      accept: 'text/xml;q=0.9, application/xml',
    });
    assert.deepEqual([same.status, same.type], [201, 'application/xml; charset=UTF-8']);
    assert.match(same.text, new RegExp(`<pet id="${number + 1}">\\n {2}<name>Rex</name>\\n {2}<tags>\\n {4}<tag>a`));
    assert.match(same.text, /<\/tags>\n {2}<photo>p<\/photo>\n {2}<photo>q<\/photo>\n<\/pet>/);
    assert.equal((await send('GET /shelf/pets')).body.length, before + 2);
  });

  test('is checked by its schema, and refused with entities', async () => {
    const wrong = await send('POST /shelf/books', { type: 'application/xml', body: '<book><price>x</price></book>' });
    assert.deepEqual(wrong.body.errors.map(({ pointer }: { pointer: string }) => pointer).sort(), [
      '#/price/amount',
      '#/title',
    ]);
    const entity = '<!DOCTYPE a [<!ENTITY b "c">]><book><title>&b;</title></book>';
    const refused = await send('POST /shelf/books', { type: 'text/xml', body: entity });
    assert.deepEqual([refused.status, refused.body.code], [400, 'invalid_xml']);
    assert.equal((await send('POST /shelf/books', { type: 'text/plain', body: 'x' })).status, 415);
  });

  test('is what an operation without records answers, too', async () => {
    const answer = await send('POST /shelf/pet', { type: 'application/xml', body: '<pet><id>7</id></pet>' });
    assert.equal(
      answer.text.replaceAll(/\s*\n\s*/g, ''),
      '<?xml version="1.0" encoding="UTF-8"?><pet><id>7</id></pet>',
    );
    assert.equal(
      (await send('POST /shelf/pet', { type: 'application/xml', body: '<pet><id>x</id></pet>' })).status,
      422,
    );
  });
});
