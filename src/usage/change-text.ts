import { translate } from '@docusaurus/Translate';
import { numberFormat } from '../format/formatters.ts';
import type { Figures } from '../generated/platform/types.gen.ts';
import { compare } from './compare.ts';
import { type ShownFigure, writeShare } from './shown-figures.ts';

/** How a figure changed against the period before, in words and a number; undefined where nothing was counted now. */
export function changeText(
  { name, write, compared }: ShownFigure,
  { figures, previous }: Record<'figures' | 'previous', Figures>,
  locale: string,
): string | undefined {
  const now = figures[name];
  const before = previous.calls > 0 ? previous[name] : null;
  if (now === null) return undefined;
  if (before === null) return translate({ id: 'usage.change.uncounted', message: 'sem chamadas antes' });
  const change = compare(now, before);
  const values = { before: write(before, locale) };
  if (change.kind === 'same' || change.kind === 'uncounted')
    return translate({ id: 'usage.change.same', message: 'igual a antes' });
  if (compared === 'points') {
    const amount = numberFormat(locale, { maximumFractionDigits: 1 }).format(change.difference * 100);
    return change.kind === 'more'
      ? translate(
          { id: 'usage.change.morePoints', message: '{amount} p.p. a mais que antes ({before})' },
          { ...values, amount },
        )
      : translate(
          { id: 'usage.change.lessPoints', message: '{amount} p.p. a menos que antes ({before})' },
          { ...values, amount },
        );
  }
  if (compared !== 'difference' && change.ratio === undefined)
    return translate({ id: 'usage.change.from', message: 'antes, {before}' }, values);
  const amount = compared === 'difference' ? write(change.difference, locale) : writeShare(change.ratio ?? 0, locale);
  if (compared === 'time')
    return change.kind === 'more'
      ? translate(
          { id: 'usage.change.slower', message: '{amount} mais lento que antes ({before})' },
          { ...values, amount },
        )
      : translate(
          { id: 'usage.change.faster', message: '{amount} mais rápido que antes ({before})' },
          { ...values, amount },
        );
  return change.kind === 'more'
    ? translate({ id: 'usage.change.more', message: '{amount} a mais que antes ({before})' }, { ...values, amount })
    : translate({ id: 'usage.change.less', message: '{amount} a menos que antes ({before})' }, { ...values, amount });
}
