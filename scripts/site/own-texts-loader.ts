import { textsOf } from './own-texts.ts';

interface LoaderContext {
  getOptions(): { file: string };
}

/** Gives a source file of the portal the texts that it shows, so that no page loads those of the others. */
export default function ownTextsLoader(this: LoaderContext, source: string): string {
  const texts = textsOf(source, this.getOptions().file);
  if (Object.keys(texts).length === 0) return source;
  // On one line with what follows, so that the lines of the source stay where they are.
  return `import ownTexts from '@generated/codeTranslations';Object.assign(ownTexts,${JSON.stringify(texts)});${source}`;
}
