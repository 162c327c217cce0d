import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type SendBody, serveBodies } from '../testing/sent-bodies.ts';
import { describeOnDatabases } from '../testing/test-databases.ts';

const upload = '{type: object, required: [id, title], properties: {id: {type: string}, title: {type: string}}}';
const document = `openapi: 3.1.0
info: {title: Uploads, version: "1"}
paths:
  /uploads:
    get: {responses: {"200": {description: ok, content: {application/json: {schema: {type: array, items: ${upload}}}}}}}
    post:
      requestBody:
        required: true
        content:
          multipart/form-data:
            schema:
              type: object
              required: [file, title, labels, meta]
              properties:
                file: {type: string, format: binary}
                more: {type: array, items: {type: string, format: binary}}
                photo: {}
                title: {type: string, minLength: 2}
                count: {type: integer}
                labels: {type: array, items: {type: string}}
                meta: {type: object, required: [n], properties: {n: {type: integer}}}
            encoding:
              meta: {contentType: application/json}
              photo: {contentType: 'image/png, image/jpeg', headers: {X-Width: {required: true, schema: {type: integer}}}}
      responses: {"201": {description: ok, content: {application/json: {schema: ${upload}}}}}
  /referred:
    post:
      requestBody: {content: {multipart/form-data: {schema: {type: object, properties: {file: {$ref: '#/components/schemas/Bin'}, list: {type: array, items: {$ref: '#/components/schemas/Bin'}}, title: {type: string}}}}}}
      responses: {"204": {description: ok}}
  /textual:
    post:
      requestBody: {content: {multipart/form-data: {schema: {type: object, properties: {file: {type: string}, title: {type: string}}}}}}
      responses: {"201": {description: ok, content: {application/json: {schema: {type: object, properties: {id: {type: string}, title: {type: string}, filename: {type: string}, size: {type: integer}}}}}}}
  /mixed:
    post:
      requestBody: {content: {multipart/mixed: {schema: {type: object, required: [meta], properties: {meta: {type: object, required: [n], properties: {n: {type: integer}}}, data: {type: string, format: binary}}}}}}
      responses: {"204": {description: ok}}
components: {schemas: {Bin: {type: string, format: binary}}}
`;

type Field = [disposition: string, content: string | Buffer, headers?: string];

const field = (name: string, content: string, headers?: string): Field => [`name="${name}"`, content, headers];
const file = (name: string, filename: string, content: string | Buffer, headers?: string): Field => [
  `name="${name}"; filename="${filename}"`,
  content,
  headers,
];

function bodyOf(fields: Field[], { line = '\r\n', end = '--b--' } = {}): Buffer {
  const parts = fields.flatMap(([disposition, content, headers]) => [
    ['--b', `Content-Disposition: form-data; ${disposition}`, ...(headers ? [headers] : []), '', ''].join(line),
    content,
    line,
  ]);
  return Buffer.concat([...parts, end, line].map((part) => Buffer.from(part as string)));
}

describeOnDatabases('multipart bodies that a document declares, without a profile', (open) => {
  let send: SendBody;
  let close: () => Promise<void>;
  before(async () => {
    ({ send, close } = await serveBodies({ uploads: document }, open));
  });
  after(() => close());

  const post = (body: Buffer | string, type = 'multipart/form-data; boundary=b') =>
    send('POST /uploads/uploads', { type, body });
  const usual = [field('title', 'Olá'), field('labels', 'a'), field('labels', 'b'), field('meta', '{"n":1}')];
  const withFile = [...usual, file('file', 'a.bin', Buffer.from([0, 255, 13, 10, 45, 45, 98, 120]))];

  test('text, numbers, lists, JSON and files are kept', async () => {
    const more = [
      field('count', '7'),
      file('more', 'x.txt', 'x'),
      file('more', 'y.txt', 'yy', 'Content-Type: text/plain'),
    ];
    const made = await post(bodyOf([...withFile, ...more]));
    const { id, ...kept } = made.body;
    assert.deepEqual(
      [made.status, kept],
      [
        201,
        {
          title: 'Olá',
          count: 7,
          labels: ['a', 'b'],
          meta: { n: 1 },
          file: { name: 'a.bin', size: 8, type: 'application/octet-stream' },
          more: [
            { name: 'x.txt', size: 1, type: 'application/octet-stream' },
            { name: 'y.txt', size: 2, type: 'text/plain' },
          ],
        },
      ],
    );
    assert.deepEqual((await send('GET /uploads/uploads')).body.at(-1), made.body);
  });

  test('each field that is missing or wrong is named, and what a part has to be', async () => {
    const wrong = [
      field('title', 'T'),
      field('meta', '{"n":"x"}', 'Content-Type: application/json'),
      file('photo', 'a.gif', 'GIF', 'Content-Type: image/gif'),
    ];
    const { status, body } = await post(bodyOf(wrong));
    assert.equal(status, 422, JSON.stringify(body));
    assert.deepEqual(body.errors.map(({ pointer, code }: Record<string, string>) => `${pointer} ${code}`).sort(), [
      '#/file required',
      '#/labels required',
      '#/meta/n invalid_type',
      '#/photo not_allowed_value',
      '#/photo/X-Width required',
      '#/title invalid_length',
    ]);
    const photo = (headers: string) => post(bodyOf([...withFile, file('photo', 'a.png', 'PNG', headers)]));
    assert.equal((await photo('Content-Type: image/png\r\nX-Width: wide')).status, 422);
    assert.equal((await photo('Content-Type: image/png\r\nX-Width: 20')).status, 201);
    assert.equal((await post(bodyOf([...usual, file('file', '', '')]))).status, 422);
  });

  test('clients write it in several ways', async () => {
    const preamble = Buffer.concat([Buffer.from('hello\r\n'), bodyOf(withFile), Buffer.from('bye')]);
    for (const body of [bodyOf(withFile, { line: '\n' }), preamble]) assert.equal((await post(body)).status, 201);
    assert.equal((await post(bodyOf(withFile), 'Multipart/Form-Data; charset=utf-8; Boundary="b"')).status, 201);
    for (const [disposition, name] of [
      ['name=file; filename=plain.txt', 'plain.txt'],
      ['name="file"; filename="C:\\\\a\\\\q\\"uote.txt"', 'q"uote.txt'],
      ['name="file"; filename="a%22b.txt"', 'a"b.txt'],
      ['name="file"; filename="x"; filename*=UTF-8\'\'na%C3%AFve.txt', 'naïve.txt'],
      ['name="file"; filename="../../etc/passwd"', 'passwd'],
    ] as const)
      assert.equal((await post(bodyOf([...usual, [disposition, 'x']]))).body.file.name, name, disposition);
    // A browser sends JSON with a type as a file called blob.
    const blob = [usual[0], usual[1], file('meta', 'blob', '{"n":2}', 'Content-Type: application/json'), withFile[4]];
    assert.deepEqual((await post(bodyOf(blob as Field[]))).body.meta, { n: 2 });
  });

  test('a file is one where its schema is a reference, and where its bytes are no text', async () => {
    const bytes = Buffer.from([137, 80, 78, 71, 255]);
    const referred = (...fields: Field[]) =>
      send('POST /uploads/referred', { type: 'multipart/form-data; boundary=b', body: bodyOf(fields) });
    assert.equal((await referred(file('file', 'a.png', bytes))).status, 204);
    assert.equal((await referred(file('list', 'a.png', bytes), file('list', 'b.png', bytes))).status, 204);
    assert.equal((await referred(file('title', 'a.png', bytes))).status, 204);
    assert.equal((await referred(['name="title"', bytes])).status, 400);
  });

  test('a file is one by its name, where the schema only says that it is a text', async () => {
    const body = bodyOf([file('file', 'a.csv', 'one,two'), field('title', 'Table')]);
    const got = await send('POST /uploads/textual', { type: 'multipart/form-data; boundary=b', body });
    assert.deepEqual([got.body.filename, got.body.size], ['a.csv', 7]);
  });

  test('parts without names are the properties, in order', async () => {
    const type = 'multipart/mixed; boundary=b';
    const mixed = (meta: string) =>
      send('POST /uploads/mixed', {
        type,
        body: `--b\r\nContent-Type: application/json\r\n\r\n${meta}\r\n--b\r\n\r\nxyz\r\n--b--`,
      });
    assert.equal((await mixed('{"n":1}')).status, 204);
    assert.equal((await mixed('{"n":"x"}')).status, 422);
  });

  test('what cannot be read is refused with its reason', async () => {
    const many = bodyOf(Array.from({ length: 1001 }, () => field('x', '')));
    for (const [body, reason, type] of [
      ['x', 'names no boundary', 'multipart/form-data'],
      ['x', 'the boundary "b" of Content-Type is not in it'],
      [bodyOf(withFile, { end: '' }), 'does not end in "--b--"'],
      [bodyOf([['x="y"', 'z']]), 'part 1 has no name'],
      [bodyOf([field('title', 'x', 'nonsense')]), 'part 1 has "nonsense" where a header belongs'],
      [bodyOf([field('title', 'x', `X: ${'y'.repeat(9000)}`)]), 'headers of part 1 are too long'],
      [bodyOf([['name="title"', Buffer.from([255])]]), 'the field "title" is not text in UTF-8'],
      [bodyOf([field('meta', '{')]), 'the field "meta" is not JSON'],
      [bodyOf([field('__proto__', 'x')]), 'no field may be called __proto__'],
      [bodyOf([file('__proto__', 'x', 'x')]), 'no field may be called __proto__'],
      [many, 'more than 1000 parts'],
    ] as const) {
      const { status, body: answer } = await post(body, type);
      assert.deepEqual([status, answer.code], [400, 'invalid_form'], reason);
      assert.ok(answer.detail.includes(reason), answer.detail);
    }
    for (const boundary of ['', 'a b', '"', 'ü', ';;', 'x'.repeat(5000)])
      assert.match(
        String((await post('--a--', `multipart/form-data; boundary=${boundary}`)).status),
        /^4(00|15)$/,
        boundary,
      );
    assert.equal((await post('a=b', 'application/x-www-form-urlencoded')).status, 415);
  });
});
