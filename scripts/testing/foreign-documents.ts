import { readFileSync } from 'node:fs';
import { writeSpec } from '../../server/testing/test-specs.ts';

/** The folder of a third-party document, which has webhooks and asks for OAuth. */
export function trainTravel(): string {
  return writeSpec(readFileSync('node_modules/@readme/oas-examples/3.1/yaml/train-travel.yaml', 'utf8'));
}
