import type { Texts } from '../../answers/texts.ts';

/** What is done with each API, one after the other, by the server and by the build of the pages; its calls come later. */
export type Stage =
  | 'document'
  | 'overlay'
  | 'profile'
  | 'call'
  | 'plan'
  | 'seed'
  | 'texts'
  | 'pages'
  | 'sample'
  | 'explanation'
  | 'search'
  | 'collection'
  | 'download';

/** What does not work when a stage throws what nobody expected. */
export const brokenStages: Record<Stage, Texts> = {
  document: { en: 'The document cannot be read', pt: 'O documento não pode ser lido' },
  overlay: { en: 'The overlay cannot be applied', pt: 'O overlay não pode ser aplicado' },
  profile: { en: 'The profile cannot be used', pt: 'O perfil não pode ser usado' },
  call: { en: 'The profile fails while it runs', pt: 'O perfil falha enquanto roda' },
  plan: { en: 'The sandbox cannot be planned', pt: 'O sandbox não pode ser planejado' },
  seed: {
    en: 'The first records cannot be made, so the sandbox starts empty',
    pt: 'Os primeiros registros não podem ser criados, e o sandbox começa vazio',
  },
  texts: { en: 'The pages of the API cannot be made', pt: 'As páginas da API não podem ser geradas' },
  pages: { en: 'The page cannot be made', pt: 'A página não pode ser gerada' },
  sample: { en: 'A code sample cannot be written', pt: 'Um exemplo de código não pode ser escrito' },
  explanation: { en: 'The sandbox plan cannot be explained', pt: 'O plano do sandbox não pode ser explicado' },
  search: { en: 'The search cannot find it', pt: 'A busca não pode encontrá-la' },
  collection: { en: 'The Postman file cannot be written', pt: 'O arquivo do Postman não pode ser escrito' },
  download: { en: 'The download cannot be written', pt: 'O download não pode ser escrito' },
};

const correctProfile: Texts = {
  en: 'Correct the profile or the seed data beside the document.',
  pt: 'Corrija o perfil ou os dados iniciais que estão ao lado do documento.',
};
const correctDocument: Texts = {
  en: 'Look at what the document says here. If it is right, tell the makers of Cais.',
  pt: 'Veja o que o documento diz aqui. Se estiver certo, avise quem faz o Cais.',
};

export function remedyOf(stage: Stage): Texts {
  return stage === 'profile' || stage === 'call' ? correctProfile : correctDocument;
}
