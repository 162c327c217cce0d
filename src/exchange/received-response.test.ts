import assert from 'node:assert/strict';
import { it } from 'node:test';
import { bodyKind, decodeBody, fileNameOf, jsonOf, prettyJson, type ReceivedResponse } from './received-response.ts';

function aResponse(
  contentType: string,
  body: string | Uint8Array<ArrayBuffer>,
  headers: [string, string][] = [],
): ReceivedResponse {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  const type: [string, string][] = contentType ? [['Content-Type', contentType]] : [];
  const url = 'http://localhost:4000/sandbox/notas/v1/invoices/inv_1/pdf?a=b';
  return {
    method: 'GET',
    url,
    status: 200,
    reason: 'OK',
    headers: [...type, ...headers],
    bytes,
    milliseconds: 1,
    sentAt: '',
  };
}

it('chooses the view for each media type', () => {
  assert.equal(bodyKind(aResponse('application/json; charset=UTF-8', '{}')), 'json');
  assert.equal(bodyKind(aResponse('application/problem+json', '{}')), 'json');
  assert.equal(bodyKind(aResponse('application/xml', '<a/>')), 'xml');
  assert.equal(bodyKind(aResponse('image/svg+xml', '<svg/>')), 'xml');
  assert.equal(bodyKind(aResponse('application/pdf', '%PDF')), 'pdf');
  assert.equal(bodyKind(aResponse('image/png', 'x')), 'image');
  assert.equal(bodyKind(aResponse('text/csv', 'a,b')), 'text');
  assert.equal(bodyKind(aResponse('application/zip', 'PK')), 'binary');
  assert.equal(bodyKind(aResponse('', 'hello')), 'text');
  assert.equal(bodyKind(aResponse('', new Uint8Array([0xff, 0x00]))), 'binary');
  assert.equal(bodyKind(aResponse('application/json', '')), 'empty');
});

it('reads JSON, and nothing else', () => {
  assert.deepEqual(jsonOf(aResponse('application/json', '{"a":1}')), { a: 1 });
  assert.equal(jsonOf(aResponse('application/json', '{')), undefined);
  assert.equal(jsonOf(aResponse('text/plain', '{}')), undefined);
});

it('decodes the charset that the response declares', () => {
  const latin = new Uint8Array([0x53, 0xe3, 0x6f]);
  assert.equal(decodeBody(aResponse('text/plain; charset=iso-8859-1', latin)), 'São');
  assert.equal(decodeBody(aResponse('text/plain; charset=unheard-of', 'São')), 'São');
});

it('indents valid JSON and leaves invalid JSON unchanged', () => {
  assert.equal(prettyJson('{"a":[0,false,""]}'), '{\n  "a": [\n    0,\n    false,\n    ""\n  ]\n}');
  assert.equal(prettyJson('[9007199254740993]'), '[\n  9007199254740993\n]');
  assert.equal(prettyJson('{"a":'), '{"a":');
});

it('suggests a file name', () => {
  assert.equal(fileNameOf(aResponse('application/pdf', 'x')), 'pdf.pdf');
  assert.equal(fileNameOf(aResponse('application/octet-stream', 'x')), 'pdf.bin');
  assert.equal(fileNameOf(aResponse('application/hal+json', '{}')), 'pdf.json');
  assert.equal(fileNameOf(aResponse('image/svg+xml', 'x')), 'pdf.svg');
  for (const type of ['text/plain', 'text/event-stream']) assert.equal(fileNameOf(aResponse(type, 'x')), 'pdf.txt');
  assert.equal(
    fileNameOf(aResponse('application/pdf', 'x', [['content-disposition', 'attachment; filename="nota.pdf"']])),
    'nota.pdf',
  );
});
