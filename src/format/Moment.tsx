import useDocusaurusContext from '@docusaurus/useDocusaurusContext';

interface Props {
  time: string;
  dateStyle?: 'medium' | 'long';
  timeStyle?: 'short' | 'medium';
}

/** A date and time in the reader's language and time zone. */
export function Moment({ time, dateStyle = 'medium', timeStyle = 'short' }: Props) {
  const { currentLocale } = useDocusaurusContext().i18n;
  return <time dateTime={time}>{new Date(time).toLocaleString(currentLocale, { dateStyle, timeStyle })}</time>;
}
