import { Refusal } from '../../answers/refusal.ts';
import type { Behaviour } from './call.ts';

/** An operation that was removed permanently (410). */
export const gone: Behaviour = async ({ plan: { operation } }) => {
  const address = `${operation.method.toUpperCase()} ${operation.path}`;
  throw new Refusal('gone', {
    en: `${address} was removed for good. The reference and the guide on versions say what to use instead.`,
    pt: `${address} foi desativado de vez. A referência e o guia de versões dizem o que usar no lugar.`,
  });
};
