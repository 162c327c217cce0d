import { say } from '../../answers/say.ts';
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
  document: say('stages.document'),
  overlay: say('stages.overlay'),
  profile: say('stages.profile'),
  call: say('stages.call'),
  plan: say('stages.plan'),
  seed: say('stages.seed'),
  texts: say('stages.texts'),
  pages: say('stages.pages'),
  sample: say('stages.sample'),
  explanation: say('stages.explanation'),
  search: say('stages.search'),
  collection: say('stages.collection'),
  download: say('stages.download'),
};

const correctProfile: Texts = say('stages.correct-profile');
const correctDocument: Texts = say('stages.correct-document');

export function remedyOf(stage: Stage): Texts {
  return stage === 'profile' || stage === 'call' ? correctProfile : correctDocument;
}
