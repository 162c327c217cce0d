import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The languages that the sample is written in. */
export const languages = ['en', 'pt-BR'] as const;

const slugs = { en: 'orders', 'pt-BR': 'pedidos' };

/** The files of a new portal, by path. */
export function sampleFiles(name: string, language: (typeof languages)[number]): Record<string, string> {
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
