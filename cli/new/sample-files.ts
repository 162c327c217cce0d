import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locale } from '../../server/settings/languages.ts';

/** The sample's API in each language: its folder in `specs/`. */
const slugs: Record<Locale, string> = { 'pt-BR': 'pedidos', en: 'orders', es: 'pedidos' };

/** The files of a new portal, by path. */
export function sampleFiles(name: string, language: Locale): Record<string, string> {
  const read = (file: string) => readFileSync(join(import.meta.dirname, 'sample', language, file), 'utf8');
  return {
    'cais.config.ts': `/** The settings of this portal. Only the name is needed. */
export default {
  name: ${JSON.stringify(name)},
  languages: ['${language}'],
};
`,
    [`specs/${slugs[language]}/openapi.yaml`]: read('openapi.yaml'),
    'docs/first-call.md': read('first-call.md'),
    'static/.gitkeep': '',
    '.gitignore': '.cais/\n.data/\n',
  };
}
