import useDocusaurusContext from '@docusaurus/useDocusaurusContext';

/** A moment in the reader's language and zone. */
export function Moment({ time }: { time: string }) {
  const { currentLocale } = useDocusaurusContext().i18n;
  return (
    <time dateTime={time}>
      {new Date(time).toLocaleString(currentLocale, { dateStyle: 'medium', timeStyle: 'short' })}
    </time>
  );
}
