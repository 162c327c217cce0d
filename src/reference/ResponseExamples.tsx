import { translate } from '@docusaurus/Translate';
import useIsBrowser from '@docusaurus/useIsBrowser';
import { CodeView } from '@site/src/ui/CodeView.tsx';
import { StatusBadge } from '@site/src/ui/StatusBadge.tsx';
import { Shown } from '@site/src/ui/shown.ts';
import { Tabs } from '@site/src/ui/Tabs.tsx';
import { useContext } from 'react';
import type { MediaTypeData, OperationData } from '../documents/operation-data.ts';
import styles from './Samples.module.css';

/** Longer examples are rendered by script; their schema is in the HTML beside them. */
const long = 600;

/** An example of each response that has a body. */
export function ResponseExamples({ operation }: { operation: OperationData }) {
  const items = Object.entries(operation.responses).flatMap(([status, { content }]) => {
    const [first] = Object.entries(content);
    if (!first || first[1].example === null) return [];
    return [
      { id: status, label: <StatusBadge status={status} />, content: <Example type={first[0]} media={first[1]} /> },
    ];
  });
  if (items.length === 0) return null;
  const label = translate({ id: 'reference.responseExamples', message: 'Exemplos de resposta' });
  return (
    <section className={styles.panel} aria-label={label}>
      <Tabs label={label} items={items} className={styles.tabs} />
    </section>
  );
}

/** An example of a body, or each of its named ones. */
export function Example({ type, media }: { type: string; media: MediaTypeData }) {
  const isBrowser = useIsBrowser();
  if (!useContext(Shown)) return null;
  if (!isBrowser && JSON.stringify(media.example).length > long) return null;
  if (!media.examples) return <CodeView bare className={styles.code} {...shown(type, media.example)} />;
  return Object.entries(media.examples).map(([name, { summary, value }]) => (
    <details key={name} open={value === media.example || JSON.stringify(value) === JSON.stringify(media.example)}>
      <summary className={styles.title}>{summary}</summary>
      <CodeView bare className={styles.code} {...shown(type, value)} />
    </details>
  ));
}

function shown(type: string, value: unknown): { code: string; language: string } {
  if (typeof value === 'string' && !type.includes('json'))
    return { code: value, language: type.includes('xml') ? 'xml' : '' };
  return { code: JSON.stringify(value, null, 2), language: 'json' };
}
