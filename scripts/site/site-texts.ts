import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Locale, sourceLocale } from '../../server/settings/languages.ts';
import { worksTexts } from './works/works-texts.ts';

/** Texts that the build writes itself; in other languages they are in `i18n/<code>/site.json`. */
const texts = {
  'reference.title': 'Referência',
  'reference.description': 'Todas as APIs deste portal, com uma página para cada operação.',
  'reference.otherOperations': 'Outras operações',
  'reference.webhooks': 'Webhooks',
  'reference.callbacks': 'Callbacks',
  'sandboxPlan.title': 'O sandbox de {title}',
  'sandboxPlan.description': 'O que o sandbox entendeu de cada operação de {title}, por quê, e o que diz o perfil.',
  'guides.start': 'Comece aqui',
  'guides.calls': 'As suas chamadas',
  'guides.webhooks': 'Webhooks',
  'guides.program': 'No seu programa',
  'guides.own': 'Mais guias',
  'guides.key.api': 'API',
  'guides.key.how': 'Como enviar a chave',
  'guides.key.basic': '`Authorization: Basic`, com a chave como nome de usuário e qualquer senha',
  'guides.key.bearer': '`Authorization: Bearer`, seguido da chave',
  'guides.key.header': 'no cabeçalho `{name}`',
  'guides.key.query': 'no parâmetro `{name}` da URL',
  'guides.key.cookie': 'no cookie `{name}`',
  'search.description': 'Guias e referência: {name}',
  ...worksTexts,
};

/** The texts that the build writes itself, by id, in the language of the code. */
export const siteTexts: Readonly<Record<string, string>> = texts;

/** The file with those texts in another language. */
export function siteTextsFile(locale: Locale): string {
  return join(import.meta.dirname, '../../i18n', locale, 'site.json');
}

/** A text that the build writes itself, with what stands between braces filled in. */
export function siteText(id: keyof typeof texts, locale: Locale, values: Record<string, string> = {}): string {
  const text = textsIn(locale)[id] ?? texts[id];
  return text.replaceAll(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
}

const read = new Map<Locale, Record<string, string>>([[sourceLocale, texts]]);

function textsIn(locale: Locale): Record<string, string> {
  const known = read.get(locale) ?? (JSON.parse(readFileSync(siteTextsFile(locale), 'utf8')) as Record<string, string>);
  read.set(locale, known);
  return known;
}
