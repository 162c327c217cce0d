import { type Language, messageLanguages } from '../settings/languages.ts';
import type { OpenApiDocument, OperationObject } from './document-types.ts';
import { memoize } from './memoize.ts';

/** Words that a language cannot do without, and few others have. Those that no message is in keep their documents from being taken for another's. */
const words: [language: string, words: string][] = [
  [
    'pt',
    'não uma com dos das da do em um ou ao à é são pelo pela seu sua também retorna lista todos todas encontrado criado quando deve',
  ],
  [
    'en',
    'the of and to is for with an or this by from be are that not found all returns get list when must if can which created',
  ],
  [
    'es',
    'el los las del una con y su sus más al un es o por devuelve lista todos todas encontrado creado cuando debe está',
  ],
  ['de', 'der die das und ist nicht ein eine für mit von des den dem wird werden oder auf gefunden alle zu zum zur'],
  [
    'fr',
    "le les des du une un et est pour avec dans ou par sur pas aux au cette trouvé tous toutes d'un l'utilisateur",
  ],
  ['it', 'il gli dei della delle di un una è per con che non sono alla trovato tutti tutte dal nel viene'],
  ['nl', 'de het een en van is niet voor met dat zijn op te bij wordt alle gevonden naar'],
];

const languagesByWord = Map.groupBy(
  words.flatMap(([language, list]) => list.split(' ').map((word) => ({ language, word }))),
  ({ word }) => word,
);

/** How much of a document is looked at, in characters, and how many telling words are enough. */
const most = 40_000;
const least = 3;

/**
 * The language in which to speak to callers of an API who ask for none: as its document says (`x-language` or `x-lang` of its `info`), else
 * that of its texts; English where that is none of the portal's. Undefined where the texts do not tell.
 */
export const findDocumentLanguage = memoize((document: OpenApiDocument): Language | undefined => {
  const { 'x-language': said, 'x-lang': short } = document.info as Record<string, unknown>;
  const written = [said, short].find((each) => typeof each === 'string') ?? languageOfTexts(textsOf(document));
  const own = (written as string | undefined)?.toLowerCase().split(/[-_]/)[0];
  return own === undefined ? undefined : (messageLanguages.find((language) => language === own) ?? 'en');
});

/** The texts of a document, those that tell the most first, as far as they are needed. */
function textsOf(document: OpenApiDocument): string {
  let text = '';
  for (const node of describedNodes(document)) {
    if (typeof node !== 'object' || node === null) continue;
    const { title, summary, description } = node as Record<string, unknown>;
    for (const each of [title, summary, description]) if (typeof each === 'string') text += `${each.slice(0, 2000)}\n`;
    if (text.length > most) break;
  }
  return text;
}

function* describedNodes({ info, tags, paths, components }: OpenApiDocument): Generator<unknown> {
  yield info;
  yield* tags ?? [];
  for (const item of Object.values(paths ?? {})) {
    for (const operation of Object.values(item) as OperationObject[]) {
      yield operation;
      yield* Object.values(operation?.responses ?? {});
    }
  }
  for (const schema of Object.values(components?.schemas ?? {})) {
    yield schema;
    yield* Object.values(schema?.properties ?? {});
  }
}

/** The language that clearly has most of the telling words. */
function languageOfTexts(text: string): string | undefined {
  const counts = new Map<string, number>();
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}']+/gu)) {
    const telling = languagesByWord.get(word) ?? [];
    // A word of several languages tells less.
    for (const { language } of telling) counts.set(language, (counts.get(language) ?? 0) + 1 / telling.length);
  }
  const [best, second] = [...counts].sort(([, a], [, b]) => b - a);
  return best && best[1] >= least && best[1] > 1.3 * (second?.[1] ?? 0) ? best[0] : undefined;
}
