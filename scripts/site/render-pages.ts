import { readUnrendered, type UnrenderedPage } from './unrendered-pages.ts';

interface Rendering {
  /** Builds all pages. */
  build: () => Promise<{ code: number | null; output: string }>;
  /** Writes the reference again, without these pages. */
  prepare: (without: UnrenderedPage[]) => Promise<unknown>;
  apis: readonly string[];
}

/** Leaving out pages may reveal others that cannot be rendered: those of the next language. */
const tries = 5;

/**
 * Builds the pages. Docusaurus renders all or none: where it fails for pages of the reference, these are left out, and the rest is
 * built again. Returns what it has written.
 */
export async function renderPages({ build, prepare, apis }: Rendering): Promise<string> {
  const lost: UnrenderedPage[] = [];
  for (let tried = 1; ; tried++) {
    const { code, output } = await build();
    if (code === 0) return output;
    const known = new Set(lost.map(({ api, page }) => `${api}/${page}`));
    const found = readUnrendered(output, apis).filter(({ api, page }) => !known.has(`${api}/${page}`));
    if (found.length === 0 || tried === tries) {
      process.stderr.write(output);
      throw new Error(`The pages cannot be built: Docusaurus ended with ${code ?? 'a signal'}.`);
    }
    lost.push(...found);
    await prepare(lost);
  }
}
