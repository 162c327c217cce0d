import useIsBrowser from '@docusaurus/useIsBrowser';
import { CodeView } from '@site/src/ui/CodeView.tsx';
import { Shown } from '@site/src/ui/shown.ts';
import { type ReactNode, useContext } from 'react';
import type { ExampleData, MediaTypeData } from '../documents/operation-data.ts';
import { Prose } from '../ui/Prose.tsx';
import { ExternalExample } from './ExternalExample.tsx';
import styles from './Samples.module.css';

/** Longer examples are rendered by script; their schema is in the HTML beside them. */
const long = 600;

/** The examples of a body: those that the document names, to choose from, or the one that stands for all. */
export function ExampleList({ type, media }: { type: string; media: MediaTypeData }) {
  const isBrowser = useIsBrowser();
  const named = Object.entries(media.examples ?? {});
  if (!useContext(Shown)) return null;
  if (!isBrowser && JSON.stringify(media.example ?? null).length > long) return null;
  if (named.length === 0) return <Code type={type} value={media.example} />;
  const [only, second] = named;
  if (only && !second)
    return (
      <Named name={only[0]} example={only[1]}>
        <Shape type={type} example={only[1]} shown={media.example} />
      </Named>
    );
  // The first example may have been repaired where it broke its schema; it is the one shown in any case.
  return named.map(([name, example], index) => (
    <details key={name} open={index === 0}>
      <summary className={styles.title}>{example.summary}</summary>
      <Named name={example.summary} example={example}>
        <Shape type={type} example={example} shown={index === 0 ? media.example : example.value} />
      </Named>
    </details>
  ));
}

/** What the document says of an example, where that is more than its name. */
function Named({ name, example, children }: { name: string; example: ExampleData; children: ReactNode }) {
  const { summary, description, externalValue } = example;
  const hasTitle = summary !== name;
  return (
    <>
      {(hasTitle || description || externalValue) && (
        <div className={styles.about}>
          {hasTitle && <b>{summary}</b>}
          <Prose html={description} />
          {externalValue && <ExternalExample url={externalValue} />}
        </div>
      )}
      {children}
    </>
  );
}

function Shape({ type, example, shown }: { type: string; example: ExampleData; shown: unknown }) {
  const { value, serialized, externalValue } = example;
  // Beside an example that is kept elsewhere, one made from the schema is shown.
  const code = value === undefined && externalValue === undefined ? undefined : shown;
  return (
    <>
      {code !== undefined && code !== null && <Code type={type} value={code} />}
      {serialized !== undefined && <Code type="text/plain" value={serialized} />}
    </>
  );
}

function Code({ type, value }: { type: string; value: unknown }) {
  const isText = typeof value === 'string' && !type.includes('json');
  const language = isText ? (type.includes('xml') ? 'xml' : '') : 'json';
  return (
    <CodeView bare className={styles.code} code={isText ? value : JSON.stringify(value, null, 2)} language={language} />
  );
}
