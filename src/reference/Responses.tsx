import Translate from '@docusaurus/Translate';
import { StatusBadge } from '@site/src/ui/StatusBadge.tsx';
import type { OperationData, ResponseData } from '../documents/operation-data.ts';
import { afterFirstParagraph, Prose } from '../ui/Prose.tsx';
import { Section } from '../ui/Section.tsx';
import { Content } from './Body.tsx';
import { Field, Fields } from './Field.tsx';
import { Links } from './Links.tsx';
import styles from './Responses.module.css';
import type { Direction } from './schema-parts.ts';
import { sectionTitle } from './section-titles.ts';

/** All responses of an operation, or those that a webhook expects; the first successful one is expanded. */
export function Responses({ operation, direction = 'response' }: { operation: OperationData; direction?: Direction }) {
  const responses = Object.entries(operation.responses);
  const opened = responses.find(([status]) => status.startsWith('2'))?.[0];
  if (responses.length === 0) return null;
  return (
    <Section id="responses" title={sectionTitle('responses', operation.hook !== undefined)}>
      {responses.map(([status, response]) => (
        <details key={status} id={`response-${status}`} className={styles.response} open={status === opened}>
          <summary>
            <StatusBadge status={status} text />
            <Prose html={response.description} inline className={styles.summary} />
          </summary>
          <div className={styles.body}>
            <Prose html={afterFirstParagraph(response.description)} />
            <Headers response={response} schemas={operation.schemas} status={status} />
            <Content
              content={response.content}
              schemas={operation.schemas}
              id={`response-${status}`}
              direction={direction}
            />
            {Object.keys(response.content).length === 0 && (
              <p className={styles.empty}>
                <Translate id="reference.noBody">Sem corpo.</Translate>
              </p>
            )}
            <Links api={operation.api.slug} links={response.links} />
          </div>
        </details>
      ))}
    </Section>
  );
}

function Headers({
  response,
  schemas,
  status,
}: {
  response: ResponseData;
  schemas: OperationData['schemas'];
  status: string;
}) {
  const headers = Object.entries(response.headers);
  if (headers.length === 0) return null;
  return (
    <details className={styles.headers}>
      <summary>
        <Translate id="reference.responseHeaders" values={{ count: String(headers.length) }}>
          {'Cabeçalhos ({count})'}
        </Translate>
      </summary>
      <Fields>
        {headers.map(([name, header]) => (
          <Field
            key={name}
            id={`response-${status}-${name.toLowerCase()}`}
            name={name}
            schema={header.schema}
            schemas={schemas}
            required={header.required}
            deprecated={header.deprecated}
            description={header.description}
            example={header.example}
          />
        ))}
      </Fields>
    </details>
  );
}
