import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import { timeFormat } from './formatters.ts';

interface Props {
  time: string;
  dateStyle?: 'medium' | 'long';
  timeStyle?: 'short' | 'medium';
}

/** A date and time in the reader's language and time zone. */
export function Moment({ time, dateStyle = 'medium', timeStyle = 'short' }: Props) {
  const { currentLocale } = useDocusaurusContext().i18n;
  return <time dateTime={time}>{timeFormat(currentLocale, { dateStyle, timeStyle }).format(new Date(time))}</time>;
}
