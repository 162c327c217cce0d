import { translate } from '@docusaurus/Translate';
import { formatShortSpan, formatSpan } from '../../format/format-span.ts';
import type { ChipFacts } from './use-chip-facts.ts';

/** The chip's few letters, and the same in a sentence for screen readers. */
export function describeChip(facts: ChipFacts, locale: string): { text: string; label: string } {
  const { name, secondsLeft, aheadSeconds } = facts;
  const ahead = aheadSeconds >= 1;
  const sandbox = translate({ id: 'chip.sandbox', message: 'Sandbox' });
  const text = name ?? (secondsLeft === undefined ? sandbox : formatShortSpan(secondsLeft, locale));
  // The clock first: a long name is cut off at its end.
  const shown = ahead ? `+${formatShortSpan(aheadSeconds, locale)} · ${text}` : text;
  // The name begins with the letters that are seen, for people who speak them.
  const parts = [`${shown}.`, whose(facts, locale)];
  if (ahead) {
    parts.push(
      translate({ id: 'chip.ahead', message: 'Relógio {span} à frente.' }, { span: formatSpan(aheadSeconds, locale) }),
    );
  }
  return { text: shown, label: parts.join(' ') };
}

function whose({ name, secondsLeft }: ChipFacts, locale: string): string {
  if (name !== undefined) return translate({ id: 'chip.named', message: 'Espaço de trabalho {name}.' }, { name });
  if (secondsLeft === undefined) {
    return translate({ id: 'chip.none', message: 'Nenhum espaço de trabalho aberto ainda.' });
  }
  return translate(
    { id: 'chip.guest', message: 'Espaço de visitante: expira em {span}.' },
    { span: formatSpan(Math.max(60, Math.floor(secondsLeft / 60) * 60), locale) },
  );
}
