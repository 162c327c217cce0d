import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { deprecationHeaders } from './deprecation.ts';
import { pathVersions } from './versions.ts';

const v1 = { deprecated: '2026-06-30T03:00:00Z', sunset: '2027-06-30T03:00:00Z', guide: '/guides/versions' };

describe('versions in the path', () => {
  const versions = pathVersions({ newest: 'v2', older: { v1 } });

  test('the first segment is the version', () => {
    assert.equal(versions.find('/v1/orders/7'), 'v1');
    assert.equal(versions.find('/v2'), 'v2');
    for (const path of ['/v3/orders', '/orders/v1', '/v10/orders', '/', '', '/toString'])
      assert.equal(versions.find(path), undefined, path);
  });

  test('a path differs between versions only in that segment', () => {
    assert.equal(versions.translate('/v1/orders/v1', 'v2'), '/v2/orders/v1');
    assert.equal(versions.translate('/v1', 'v2'), '/v2');
    assert.equal(versions.translate('/orders', 'v2'), '/orders');
  });
});

describe('a deprecated version', () => {
  test('has its start and end dates in the formats of RFC 9745 and RFC 8594', () => {
    const headers = deprecationHeaders(v1, { publicUrl: 'https://portal.example', successor: '/sandbox/a/v2/orders' });
    assert.equal(headers.deprecation, '@1782788400');
    assert.equal(headers.sunset, 'Wed, 30 Jun 2027 03:00:00 GMT');
  });

  test('links its guide, and its successor if there is one', () => {
    const page = '<https://portal.example/guides/versions>';
    const guide = `${page}; rel="deprecation"; type="text/html", ${page}; rel="sunset"; type="text/html"`;
    const linkOf = (successor?: string) =>
      deprecationHeaders(v1, { publicUrl: 'https://portal.example', successor }).link;
    assert.equal(linkOf(), guide);
    assert.equal(linkOf('/sandbox/a/v2/orders'), `${guide}, </sandbox/a/v2/orders>; rel="successor-version"`);
  });
});
