import { inlineTexts } from './inline-texts.ts';
import { textsOf } from './own-texts.ts';

interface LoaderContext {
  getOptions(): { file: string };
}

/** Gives a source file the translations it uses, so that no page loads those of other pages. */
export default function ownTextsLoader(this: LoaderContext, source: string): string {
  const { file } = this.getOptions();
  const texts = textsOf(source, file);
  const inlined = inlineTexts(source, (id) => texts[id]);
  const others = textsOf(inlined, file);
  if (Object.keys(others).length === 0) return inlined;
  // On the first line, so that line numbers do not change.
  return `import ownTexts from '@generated/codeTranslations';Object.assign(ownTexts,${JSON.stringify(others)});${inlined}`;
}
