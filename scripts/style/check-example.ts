import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkStyle } from './check-style.ts';
import type { StyleFault } from './style-rule.ts';

/** Checks a document written by a test, with optional exemptions. */
export async function checkExample(document: string, exemptions?: string): Promise<StyleFault[]> {
  const root = mkdtempSync(join(tmpdir(), 'cais-style-'));
  try {
    const folder = join(root, 'example');
    mkdirSync(folder);
    writeFileSync(join(folder, 'openapi.yaml'), document);
    if (exemptions !== undefined) writeFileSync(join(folder, 'style.yaml'), exemptions);
    return await checkStyle(folder);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
