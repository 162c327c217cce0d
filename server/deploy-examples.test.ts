import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse, parseAllDocuments } from 'yaml';
import { settingNames } from './config.ts';

const read = (file: string) => readFileSync(file, 'utf8');
const settings = new Set([...settingNames(), 'NODE_ENV']);

test('examples of deployment set only variables that exist', () => {
  const { services } = parse(read('deploy/compose.yaml'));
  const [deployment] = parseAllDocuments(read('deploy/kubernetes.yaml')).map((document) => document.toJS());
  const [container] = deployment.spec.template.spec.containers;
  const ofImage = [...read('Containerfile').matchAll(/\b([A-Z][A-Z_]+)=(?=[^ ]*( |$))/gm)].map(([, name]) => name);
  const named = [
    ...Object.keys(services.portal.environment),
    ...container.env.map(({ name }: { name: string }) => name),
    ...ofImage.filter((name) => name !== 'NODE_IMAGE'),
  ];
  assert.ok(named.length > 15, String(named));
  assert.deepEqual(
    named.filter((name) => !settings.has(name)),
    [],
  );
});

test('examples of deployment ask the addresses of health that exist, at the port of the image', () => {
  const [deployment] = parseAllDocuments(read('deploy/kubernetes.yaml')).map((document) => document.toJS());
  const [container] = deployment.spec.template.spec.containers;
  const probes = ['livenessProbe', 'readinessProbe', 'startupProbe'].map((name) => container[name].httpGet);
  assert.deepEqual(
    probes.map(({ path }) => path),
    ['/livez', '/readyz', '/livez'],
  );
  for (const { port } of probes) assert.equal(port, 'http');
  assert.equal(container.ports[0].containerPort, 3000);
  assert.match(read('Containerfile'), /\bPORT=3000\b[\s\S]*EXPOSE 3000\n/);
});
