// Checks the examples of `deploy/` against what Kubernetes and Compose publish: names, types and what has to be there. By hand, since
// it fetches 25 MB of schemas: npx node scripts/check-deploy.ts
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { parse, parseAllDocuments } from 'yaml';

const root = resolve(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'cais-schemas-'));
const packages = ['kubernetes-models@4.5.1', 'dclint@3.1.0'];
try {
  writeFileSync(join(folder, 'package.json'), '{"type": "module"}');
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--silent', ...packages], {
    cwd: folder,
    stdio: 'inherit',
  });
  checkKubernetes(parseAllDocuments(read('kubernetes.yaml')).map((document) => document.toJS()));
  checkCompose(parse(read('compose.yaml')));
  console.log('deploy/kubernetes.yaml, deploy/compose.yaml: no faults.');
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function read(name: string): string {
  return readFileSync(join(root, 'deploy', name), 'utf8');
}

/** Values by the models; names, which these do not check, by their types. */
function checkKubernetes(objects: { apiVersion: string; kind: string }[]): void {
  const require = createRequire(join(folder, 'package.json'));
  const lines = objects.map((object, index) => {
    const { apiVersion, kind } = object;
    const module = `kubernetes-models/${apiVersion}/${kind}`;
    new (require(module)[kind])(object).validate();
    return `import type { I${kind} as Kind${index} } from '${module}';\nexport const object${index}: Kind${index} = ${JSON.stringify(object)};\n`;
  });
  writeFileSync(join(folder, 'objects.ts'), lines.join('\n'));
  const compiler = join(root, 'node_modules/typescript-native/bin/tsc');
  const options = [
    '--noEmit',
    '--strict',
    '--skipLibCheck',
    '--module',
    'nodenext',
    '--target',
    'es2024',
    '--types',
    '',
  ];
  execFileSync(process.execPath, [compiler, ...options, 'objects.ts'], { cwd: folder, stdio: 'inherit' });
}

function checkCompose(services: object): void {
  const file = join(folder, 'node_modules/dclint/schemas/compose.schema.json');
  const { $schema: _draft7, ...schema } = JSON.parse(readFileSync(file, 'utf8'));
  const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
  addFormats.default(ajv);
  ajv.addFormat('duration', /^(\d+(us|ms|s|m|h))+$/);
  if (!ajv.validate(schema, services)) throw new Error(`deploy/compose.yaml: ${ajv.errorsText()}`);
}
