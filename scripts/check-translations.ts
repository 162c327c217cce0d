import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { extractAllSourceCodeFileTranslations } from '@docusaurus/babel';

const root = resolve(import.meta.dirname, '..');
const parserOptions = { babelrc: false, configFile: false, parserOpts: { plugins: ['typescript', 'jsx'] } } as const;

/** Compares the texts in the code with i18n/en/code.json; returns one line per fault. */
export async function checkTranslations(): Promise<string[]> {
  const files = globSync('src/**/*.{ts,tsx}', { cwd: root, exclude: ['src/generated/**', 'src/**/*.test.ts'] });
  const extracted = await extractAllSourceCodeFileTranslations(
    files.map((file) => resolve(root, file)),
    parserOptions as never,
  );
  const english = JSON.parse(readFileSync(resolve(root, 'i18n/en/code.json'), 'utf8')) as Record<
    string,
    { message: string }
  >;

  const faults: string[] = [];
  const inCode = new Map<string, string>();
  for (const { translations, warnings } of extracted) {
    faults.push(...warnings);
    for (const [id, { message }] of Object.entries(translations)) {
      const other = inCode.get(id);
      if (other !== undefined && other !== message)
        faults.push(`${id} has two Portuguese texts: "${other}" and "${message}".`);
      inCode.set(id, message);
    }
  }
  for (const [id, message] of inCode) {
    const translated = english[id]?.message;
    if (!translated) faults.push(`${id} ("${message}") has no text in i18n/en/code.json.`);
    else if (placesOf(translated) !== placesOf(message))
      faults.push(`${id} has other {places} in English than in Portuguese.`);
  }
  for (const id of Object.keys(english)) {
    if (!inCode.has(id)) faults.push(`${id} is in i18n/en/code.json, but no code uses it.`);
  }
  return [...faults, ...untranslatedGroups()];
}

/** The labels of guide groups have their English texts in a separate file, where Docusaurus expects it. */
function untranslatedGroups(): string[] {
  const file = 'i18n/en/docusaurus-plugin-content-docs/current.json';
  const english = JSON.parse(readFileSync(resolve(root, file), 'utf8')) as Record<string, { message: string }>;
  const groups = readFileSync(resolve(root, 'sidebars.ts'), 'utf8').matchAll(/\bgroup\('([^']+)'/g);
  const wanted = new Set([...groups].map(([, label]) => `sidebar.guides.category.${label}`));
  return [
    ...[...wanted].filter((id) => !english[id]?.message).map((id) => `${id} has no text in ${file}.`),
    ...Object.keys(english).flatMap((id) => (wanted.has(id) ? [] : `${id} is in ${file}, but no sidebar uses it.`)),
  ];
}

function placesOf(message: string): string {
  return (message.match(/\{\w+\}/g) ?? []).sort().join();
}

if (import.meta.main) {
  const faults = await checkTranslations();
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) process.exitCode = 1;
  else console.log('Every text of the interface exists in Portuguese and English.');
}
