import Translate, { translate } from '@docusaurus/Translate';
import { Tabs } from '@site/src/ui/Tabs.tsx';
import type { MediaTypeData, OperationData } from '../documents/operation-data.ts';
import { Prose } from '../ui/Prose.tsx';
import { Section } from '../ui/Section.tsx';
import styles from './Body.module.css';
import { SchemaTree } from './SchemaTree.tsx';
import type { Direction } from './schema-parts.ts';
import { typeLabel, typesOf, viewSchema } from './schema-view.ts';

/** The body of a request; of a webhook, which has what answers have, too, `direction` is that of these. */
export function RequestBody({ operation, direction = 'request' }: { operation: OperationData; direction?: Direction }) {
  const { requestBody, schemas } = operation;
  if (!requestBody) return null;
  const aside =
    requestBody.required || operation.hook ? null : (
      <span className={styles.note}>
        <Translate id="reference.optionalBody">opcional</Translate>
      </span>
    );
  return (
    <Section id="body" title={<Translate id="reference.requestBody">Corpo</Translate>} aside={aside}>
      <Prose html={requestBody.description} className={styles.description} />
      <Content content={requestBody.content} schemas={schemas} id="body" direction={direction} />
    </Section>
  );
}

interface ContentProps {
  content: Record<string, MediaTypeData>;
  schemas: OperationData['schemas'];
  id: string;
  direction: Direction;
}

/** The schema of a body, for each of its media types. */
export function Content({ content, schemas, id, direction }: ContentProps) {
  const types = Object.entries(content);
  const [first] = types;
  if (!first) return null;
  if (types.length === 1)
    return <MediaType type={first[0]} media={first[1]} schemas={schemas} id={id} direction={direction} />;
  const items = types.map(([type, media], index) => ({
    id: type.replace(/[^\w-]+/g, '-'),
    label: <code>{type}</code>,
    content: (
      <MediaType media={media} schemas={schemas} id={index === 0 ? id : `${id}-${index + 1}`} direction={direction} />
    ),
  }));
  return <Tabs label={translate({ id: 'reference.mediaTypes', message: 'Formatos' })} items={items} />;
}

function MediaType({ type, media, ...tree }: { type?: string; media: MediaTypeData } & Omit<ContentProps, 'content'>) {
  const { schema } = viewSchema(media.schema, tree.schemas);
  const list = typesOf(schema).includes('array');
  return (
    <div className={styles.media}>
      {(type || list) && (
        <p className={styles.type}>
          {type && <code translate="no">{type}</code>}
          {media.schema && (
            <span className={styles.note} translate="no">
              {typeLabel(media.schema, tree.schemas)}
            </span>
          )}
        </p>
      )}
      {media.schema && <SchemaTree {...tree} schema={media.schema} />}
    </div>
  );
}
