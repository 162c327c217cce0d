import { textsOf } from './own-texts.ts';

interface LoaderContext {
  getOptions(): { file: string };
}

/** Adds to a source file the translations it uses, so that no page loads those of other pages. */
export default function ownTextsLoader(this: LoaderContext, source: string): string {
  const texts = textsOf(source, this.getOptions().file);
  if (Object.keys(texts).length === 0) return source;
  // On the first line, so that line numbers do not change.
  return `import ownTexts from '@generated/codeTranslations';Object.assign(ownTexts,${JSON.stringify(texts)});${source}`;
}
