import Translate, { translate } from '@docusaurus/Translate';
import { Tabs } from '@site/src/ui/Tabs.tsx';
import type { ReactNode } from 'react';
import type { MediaTypeData, OperationData } from '../documents/operation-data.ts';
import { Prose } from '../ui/Prose.tsx';
import { Section } from '../ui/Section.tsx';
import styles from './Body.module.css';
import { FieldFacts } from './FieldFacts.tsx';
import folds from './FoldAll.module.css';
import { FoldAll } from './FoldAll.tsx';
import type { Rules } from './merge-schemas.ts';
import { placeOfMediaType, placeOfStreamItem } from './part-places.ts';
import { SchemaTree, type TreeProps } from './SchemaTree.tsx';
import { type Direction, hasFolds } from './schema-parts.ts';
import { viewSchema } from './schema-view.ts';
import { sectionTitle } from './section-titles.ts';
import { typeLabel } from './type-label.ts';

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
    <Section id="body" title={sectionTitle('body')} aside={aside}>
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
      <MediaType
        type={type}
        isTitled
        media={media}
        schemas={schemas}
        id={placeOfMediaType(id, index)}
        direction={direction}
      />
    ),
  }));
  return <Tabs label={translate({ id: 'reference.mediaTypes', message: 'Formatos' })} items={items} />;
}

interface MediaTypeProps extends Omit<ContentProps, 'content'> {
  type: string;
  /** Whether the media type is said above. */
  isTitled?: boolean;
  media: MediaTypeData;
}

function MediaType({ type, isTitled = false, media, ...tree }: MediaTypeProps) {
  const isXml = /[/+]xml\b/.test(type);
  const title = isTitled ? undefined : type;
  return (
    <div className={styles.media}>
      {media.schema && <Value {...tree} type={title} schema={media.schema} isXml={isXml} />}
      {media.itemSchema && (
        <Value
          {...tree}
          id={placeOfStreamItem(tree.id, media)}
          type={media.schema ? undefined : title}
          lead={<Translate id="reference.eachItemOfStream">cada item do fluxo</Translate>}
          schema={media.itemSchema}
          isXml={isXml}
        />
      )}
      {title && !media.schema && !media.itemSchema && (
        <p className={styles.type}>
          <code translate="no">{title}</code>
        </p>
      )}
    </div>
  );
}

/** A value as a whole: its media type, its type, and what is said of it and of its parts. */
function Value({ type, lead, ...tree }: { type: string | undefined; lead?: ReactNode } & TreeProps) {
  const { schema, schemas, isXml = false } = tree;
  const view = viewSchema(schema, schemas);
  return (
    <div className={folds.tree}>
      <p className={styles.type}>
        {type && <code translate="no">{type}</code>}
        {lead}
        <span className={styles.note} translate="no">
          {typeLabel(schema, schemas)}
        </span>
        {hasFolds(schema, schemas, tree.direction) && <FoldAll />}
      </p>
      <Prose html={view.schema.description} className={styles.description} />
      <FieldFacts rules={withoutExamples(view)} schemas={schemas} isXml={isXml} />
      <SchemaTree {...tree} />
    </div>
  );
}

/** Examples of whole bodies stand beside the page's text. */
function withoutExamples({ schema, also }: Rules): Rules {
  const { example: _, examples: __, ...rest } = schema;
  return { schema: rest, also };
}
