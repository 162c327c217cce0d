import assert from 'node:assert/strict';
import { it } from 'node:test';
import { type Answer, bodyKind, decodeBody, fileNameOf, prettyJson } from './answer.ts';

function anAnswer(
  contentType: string,
  body: string | Uint8Array<ArrayBuffer>,
  headers: [string, string][] = [],
): Answer {
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

it('shows each media type in its way', () => {
  assert.equal(bodyKind(anAnswer('application/json; charset=UTF-8', '{}')), 'json');
  assert.equal(bodyKind(anAnswer('application/problem+json', '{}')), 'json');
  assert.equal(bodyKind(anAnswer('application/xml', '<a/>')), 'xml');
  assert.equal(bodyKind(anAnswer('image/svg+xml', '<svg/>')), 'xml');
  assert.equal(bodyKind(anAnswer('application/pdf', '%PDF')), 'pdf');
  assert.equal(bodyKind(anAnswer('image/png', 'x')), 'image');
  assert.equal(bodyKind(anAnswer('text/csv', 'a,b')), 'text');
  assert.equal(bodyKind(anAnswer('application/zip', 'PK')), 'binary');
  assert.equal(bodyKind(anAnswer('', 'hello')), 'text');
  assert.equal(bodyKind(anAnswer('', new Uint8Array([0xff, 0x00]))), 'binary');
  assert.equal(bodyKind(anAnswer('application/json', '')), 'empty');
});

it('reads the charset that the answer names', () => {
  const latin = new Uint8Array([0x53, 0xe3, 0x6f]);
  assert.equal(decodeBody(anAnswer('text/plain; charset=iso-8859-1', latin)), 'São');
  assert.equal(decodeBody(anAnswer('text/plain; charset=unheard-of', 'São')), 'São');
});

it('indents JSON and leaves broken JSON alone', () => {
  assert.equal(prettyJson('{"a":[0,false,""]}'), '{\n  "a": [\n    0,\n    false,\n    ""\n  ]\n}');
  assert.equal(prettyJson('{"a":'), '{"a":');
});

it('names a download', () => {
  assert.equal(fileNameOf(anAnswer('application/pdf', 'x')), 'pdf.pdf');
  assert.equal(fileNameOf(anAnswer('application/octet-stream', 'x')), 'pdf.bin');
  assert.equal(
    fileNameOf(anAnswer('application/pdf', 'x', [['content-disposition', 'attachment; filename="nota.pdf"']])),
    'nota.pdf',
  );
});
