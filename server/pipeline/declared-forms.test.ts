import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type SendBody, serveBodies } from '../testing/sent-bodies.ts';
import { describeOnDatabases } from '../testing/test-databases.ts';

const thing = '{type: object, properties: {id: {type: string}, name: {type: string}, friendly_name: {type: string}}}';
const charge =
  '{type: object, required: [id, amount, currency], properties: {id: {type: string}, amount: {type: integer}, currency: {type: string}}}';
const form = 'application/x-www-form-urlencoded';
const document = `openapi: 3.1.0
info: {title: Forms, version: "1"}
paths:
  /things:
    get: {responses: {"200": {description: ok, content: {application/json: {schema: {type: object, properties: {data: {type: array, items: ${thing}}}}}}}}}
    post: {requestBody: {content: {${form}: {schema: {type: object, required: [name], properties: {name: {type: string}, FriendlyName: {type: string}}}}}}, responses: {"201": {description: ok, content: {application/json: {schema: ${thing}}}}}}
  /things/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    get: {responses: {"200": {description: ok, content: {application/json: {schema: ${thing}}}}}}
    post: {requestBody: {content: {${form}: {schema: {type: object, properties: {name: {anyOf: [{type: string}, {enum: ['']}]}}}}}}, responses: {"200": {description: ok, content: {application/json: {schema: ${thing}}}}}}
  /charges:
    get: {responses: {"200": {description: ok, content: {application/json: {schema: {type: array, items: ${charge}}}}}}}
    post:
      requestBody:
        required: true
        content:
          ${form}:
            schema:
              type: object
              required: [amount, currency]
              additionalProperties: false
              properties:
                amount: {type: integer}
                currency: {type: string}
                paid: {type: boolean}
                expand: {type: array, items: {type: string}}
                codes: {type: array, items: {type: integer}}
                pipes: {type: array, items: {type: string}}
                spaces: {type: array, items: {type: integer}}
                joined: {type: object, properties: {r: {type: integer}, g: {type: integer}}}
                range: {type: object, properties: {from: {type: integer}, to: {type: integer}}}
                metadata: {anyOf: [{type: object, additionalProperties: {type: string}}, {enum: ['']}]}
                card: {type: object, properties: {number: {type: string}}}
                lines: {type: array, items: {type: object, required: [sku], properties: {sku: {type: string}, n: {type: integer}}}}
                'odd.name': {type: string}
                'odd[name]': {type: string}
                when: {anyOf: [{type: string, enum: [now]}, {type: integer}]}
            encoding:
              codes: {explode: false}
              pipes: {style: pipeDelimited}
              spaces: {style: spaceDelimited, explode: false}
              joined: {style: form, explode: false}
              range: {style: form}
              metadata: {style: deepObject, explode: true}
              card: {contentType: application/json}
      responses: {"201": {description: ok, content: {application/json: {schema: ${charge}}}}}
`;

describeOnDatabases('forms that a document declares, without a profile', (open) => {
  let send: SendBody;
  let close: () => Promise<void>;
  before(async () => {
    ({ send, close } = await serveBodies({ forms: document }, open));
  });
  after(() => close());

  const post = (path: string, body: string) => send(`POST /forms${path}`, { type: form, body });
  const paid = (rest: string) => post('/charges', `amount=500&currency=eur&${rest}`);

  test('make a record that is read, listed and changed', async () => {
    const made = await post('/things', 'name=Ana+Maria%2B&FriendlyName=A');
    const { id } = made.body;
    assert.deepEqual([made.status, made.body], [201, { id, name: 'Ana Maria+', friendly_name: 'A' }]);
    assert.deepEqual((await send(`GET /forms/things/${id}`)).body, made.body);
    assert.deepEqual((await send('GET /forms/things')).body.data.at(-1), made.body);
    assert.equal((await post(`/things/${id}`, 'name=Eva')).body.name, 'Eva');
    assert.equal((await post(`/things/${id}`, 'name=')).body.name, '');
    assert.equal((await send(`GET /forms/things/${id}`)).body.name, '');
  });

  test('lists, objects and JSON are read as the encoding says', async () => {
    const rest = [
      'paid=true&expand=a&expand=b,c&codes=1,2&pipes=a%7Cb&spaces=3+4&joined=r,1,g,2&from=5&to=6',
      'metadata[order]=1&metadata[a%20b]=2&card=%7B%22number%22%3A%2242%22%7D&when=now',
      'lines[0][sku]=x&lines[0][n]=1&lines[1][sku]=y&odd.name=p&odd%5Bname%5D=q',
    ].join('&');
    const { status, body } = await paid(rest);
    const { id, ...kept } = body;
    assert.equal(status, 201, JSON.stringify(body));
    assert.deepEqual(kept, {
      amount: 500,
      currency: 'eur',
      paid: true,
      expand: ['a', 'b,c'],
      codes: [1, 2],
      pipes: ['a', 'b'],
      spaces: [3, 4],
      joined: { r: 1, g: 2 },
      range: { from: 5, to: 6 },
      metadata: { order: '1', 'a b': '2' },
      card: { number: '42' },
      when: 'now',
      lines: [{ sku: 'x', n: 1 }, { sku: 'y' }],
      'odd.name': 'p',
      'odd[name]': 'q',
    });
    assert.deepEqual((await send('GET /forms/charges')).body.at(-1), body);
  });

  test('other ways to write lists, and a text that unsets an object', async () => {
    for (const lines of ['lines[][sku]=x&lines[][sku]=y', 'lines=[{"sku":"x"},{"sku":"y"}]'])
      assert.deepEqual((await paid(encodeURI(lines))).body.lines, [{ sku: 'x' }, { sku: 'y' }], lines);
    for (const list of ['expand[]=a', 'expand[0]=a', 'expand=a'])
      assert.deepEqual((await paid(encodeURI(list))).body.expand, ['a'], list);
    const { body } = await paid('metadata=&when=7&codes=1%2C2');
    assert.deepEqual([body.metadata, body.when, body.codes], ['', 7, [1, 2]]);
  });

  test('each field that is missing, unknown or of another type is named', async () => {
    const { status, body } = await post('/charges', 'amount=much&lines[0][n]=x&constructors=1');
    assert.equal(status, 422);
    assert.deepEqual(body.errors.map(({ pointer, code }: Record<string, string>) => `${pointer} ${code}`).sort(), [
      '#/amount invalid_type',
      '#/constructors unknown_field',
      '#/currency required',
      '#/lines/0/n invalid_type',
      '#/lines/0/sku required',
    ]);
    assert.equal((await send('POST /forms/charges')).status, 422);
    assert.equal((await post('/things', '')).status, 422);
  });

  test('what cannot be read is refused with its reason', async () => {
    for (const [rest, reason] of [
      ['card=zzz', 'the field "card" is not JSON'],
      ['metadata[a', 'brackets'],
      ['metadata[__proto__]=1', 'no field may be called __proto__'],
      ['__proto__[a]=1', 'no field may be called __proto__'],
      ['amount[a]=1', '"amount.a" is both a value and an object'],
      [`metadata${'[a]'.repeat(20)}=1`, 'nested more than 16 levels'],
      ['a=1&'.repeat(5001), 'more than 5000 fields'],
      ['name=%FF', 'not percent-encoded UTF-8'],
    ] as const) {
      const { status, body } = await paid(rest);
      assert.deepEqual([status, body.code], [400, 'invalid_form'], rest.slice(0, 40));
      assert.ok(body.detail.includes(reason), body.detail);
    }
    const json = await send('POST /forms/charges', { type: 'application/json', body: '{}' });
    assert.equal(json.status, 415);
    assert.ok(json.body.detail.includes(form), json.body.detail);
  });
});
