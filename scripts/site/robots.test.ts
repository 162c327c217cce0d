import assert from 'node:assert/strict';
import { test } from 'node:test';
import { robotsText } from './robots.ts';

test('crawlers are led to the sitemap of each language, and away from what the APIs answer', () => {
  assert.equal(
    robotsText({ url: 'https://api.example', baseUrl: '/developers/' }, ['en']),
    `User-agent: *
Disallow: /developers/sandbox/
Disallow: /developers/platform/v

Sitemap: https://api.example/developers/sitemap.xml
Sitemap: https://api.example/developers/en/sitemap.xml
`,
  );
});
