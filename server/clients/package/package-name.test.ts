import assert from 'node:assert/strict';
import { test } from 'node:test';
import { packageName, packageVersion } from './package-name.ts';

test('a package has a name and a version that npm takes, whatever the document has', () => {
  const names = ['notas', 'Recebíveis_v2', 'a b/c', '…'].map((slug) => packageName({ slug }));
  assert.deepEqual(names, ['@cais/notas', '@cais/recebiveis-v2', '@cais/a-b-c', '@cais/api']);
  const versions = ['1.2.3', '2.0.0-rc.1', 'v2', '1.0', '2026-06-30', '01.2.3', 'latest'];
  assert.deepEqual(
    versions.map((version) => packageVersion({ version })),
    ['1.2.3', '2.0.0-rc.1', '2.0.0', '1.0.0', '2026.6.30', '1.2.3', '0.0.0'],
  );
});
