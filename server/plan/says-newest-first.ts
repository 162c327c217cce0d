import type { Operation } from '../openapi/operations.ts';

/** What descriptions of lists call that order, in three languages. */
const phrases = [
  /\b(newest|latest|most recent(ly \w+)?|mais (novos|recentes)|más (nuevos|recientes))( \w+){0,3} (first|primeiro|primero)(?= *([.,;:)<]|$|(in|on|by|em|en) ))/,
  /\b(newest to oldest|reverse[- ]chronological|ordem cronológica inversa|orden cronológico inverso|(primeiro|primero) (os|los) mais? (novos|recentes|recientes))/,
  /\bcreat\w*\b[^.;]{0,20} in descending\b|\bdescending( chronological order|( \w+)? order (of|by)( \w+)? creat)/,
];

/** Whether an operation says of its list that the records that were created last come first. */
export function saysNewestFirst({ operation }: Operation): boolean {
  const { summary = '', description = '' } = operation;
  const text = `${summary}. ${description}`.toLowerCase().replaceAll(/\s+/g, ' ');
  return phrases.some((phrase) => phrase.test(text));
}
