const singularsInS = new Set(
  `access address alias analysis basis bonus business campus canvas class consensus corpus crisis diagnosis express gas
  glass lens news pass press process progress series species status success virus
  atlas cais gas lapis mes onibus pais pires simples tenis tres`.split(/\s+/),
);

const irregularPlurals = new Set('children criteria data feet media men metadata people staff women'.split(' '));

/** Whether a segment is plural, in English (last word) or Portuguese (first word): `service_codes`, `ordens_abertas`. */
export function isPlural(segment: string): boolean {
  const words = wordsOf(segment);
  return [words[0], words.at(-1)].some(
    (word = '') => irregularPlurals.has(word) || (word.endsWith('s') && !singularsInS.has(word)),
  );
}

const englishVerbs = new Set(
  `accept activate add apply approve assign authorize calculate cancel capture change check clear close confirm convert
  copy create deactivate delete deny disable duplicate edit emit enable execute fetch find finish generate get insert
  invite list login logout make merge modify move notify open pay perform publish read register reject remove replace
  reset resend resolve restore retrieve revoke save search send sign start stop submit subscribe sync unapprove undo
  unsubscribe update upsert validate verify void write`.split(/\s+/),
);

/** Nouns and adjectives that look like Portuguese infinitives in -ar and -ir. */
const nounsInArIr = new Set(
  `air altar auxiliar avatar bar calendar car celular chair circular dollar elixir escolar exemplar familiar grammar hair
  hangar lar lugar mar militar pair par particular pillar pilar polar popular radar regular scholar similar singular solar
  souvenir star titular vocabular webinar year`.split(/\s+/),
);

/** Infinitives in -er are listed, because too many English nouns have that ending: customer, order, buyer. */
const verbsInEr = new Set(
  `acolher atender conceder converter corrigir desfazer devolver escolher escrever estabelecer exceder fazer fornecer
  inscrever ler manter mover obter preencher promover prometer receber reconhecer recolher refazer remover resolver
  responder rever submeter suspender transcrever vencer vender ver`.split(/\s+/),
);

/** Finds the verb at the beginning of a segment, in English or Portuguese: `create_invoice`, `listarClientes`, `enviar`. */
export function findVerb(segment: string): string | undefined {
  const [word = ''] = wordsOf(segment);
  const isInfinitive = (/[ai]r$/.test(word) && word.length > 2 && !nounsInArIr.has(word)) || verbsInEr.has(word);
  return isInfinitive || englishVerbs.has(word) ? word : undefined;
}

/** Splits `guest_workspaces`, `guest-workspaces` and `guestWorkspaces` into words without accents. */
function wordsOf(segment: string): string[] {
  return segment
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
}
