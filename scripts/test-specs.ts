import { copyFileSync, mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { root } from './run-child.mjs';

/** Where tests build and keep things, apart from what `npm start` serves. */
export const TEST_CAIS_DIR = '.cais-test';

/** Lays out the documents that tests add to the project's own, and returns the SPECS_PATH that names them all. */
export function prepareTestSpecs(): string {
  const strangers = join(TEST_CAIS_DIR, 'specs');
  const trainTravel = join(root, strangers, 'train-travel');
  mkdirSync(trainTravel, { recursive: true });
  copyFileSync(
    join(root, 'node_modules/@readme/oas-examples/3.1/yaml/train-travel.yaml'),
    join(trainTravel, 'openapi.yaml'),
  );
  return ['specs', 'e2e/specs', strangers].join(delimiter);
}
