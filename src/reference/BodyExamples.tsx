import { translate } from '@docusaurus/Translate';
import { StatusBadge } from '@site/src/ui/StatusBadge.tsx';
import { Tabs } from '@site/src/ui/Tabs.tsx';
import type { MediaTypeData, OperationData } from '../documents/operation-data.ts';
import { ExampleList } from './ExampleList.tsx';
import styles from './Samples.module.css';

/** The examples of the request's body that the document names; the samples have the first one. */
export function RequestExamples({ operation }: { operation: OperationData }) {
  const named = Object.entries(operation.requestBody?.content ?? {}).filter(([, { examples }]) => examples);
  if (named.length === 0) return null;
  const label = translate({ id: 'reference.requestExamples', message: 'Exemplos de corpo' });
  const items = named.map(([type, media]) => ({
    id: type.replace(/[^\w-]+/g, '-'),
    label: named.length > 1 ? <code>{type}</code> : label,
    content: <ExampleList type={type} media={media} />,
  }));
  return <Panel label={label} items={items} />;
}

/** An example of each response that has a body. */
export function ResponseExamples({ operation }: { operation: OperationData }) {
  const items = Object.entries(operation.responses).flatMap(([status, { content }]) => {
    const [first] = Object.entries(content);
    if (!first || isEmpty(first[1])) return [];
    return [
      { id: status, label: <StatusBadge status={status} />, content: <ExampleList type={first[0]} media={first[1]} /> },
    ];
  });
  if (items.length === 0) return null;
  return (
    <Panel label={translate({ id: 'reference.responseExamples', message: 'Exemplos de resposta' })} items={items} />
  );
}

function isEmpty({ example, examples }: MediaTypeData): boolean {
  return example === null && examples === undefined;
}

function Panel({ label, items }: { label: string; items: Parameters<typeof Tabs>[0]['items'] }) {
  return (
    <section className={styles.panel} aria-label={label}>
      <Tabs label={label} items={items} className={styles.tabs} />
    </section>
  );
}
