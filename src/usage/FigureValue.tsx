import Link from '@docusaurus/Link';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import type { ShownFigure } from './shown-figures.ts';

interface Props {
  figure: Pick<ShownFigure, 'write'>;
  /** Null where nothing was counted. */
  value: number | null;
  /** The requests that it counts, if an address can name them. */
  to: string | undefined;
}

/** A figure that leads to the requests behind it. */
export function FigureValue({ figure, value, to }: Props) {
  const { currentLocale } = useDocusaurusContext().i18n;
  if (value === null) return '–';
  const text = figure.write(value, currentLocale);
  return to && value > 0 ? <Link to={to}>{text}</Link> : text;
}
