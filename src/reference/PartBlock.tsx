import Translate from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import { Prose } from '../ui/Prose.tsx';
import { FieldFacts } from './FieldFacts.tsx';
import { Fold } from './Fold.tsx';
import { factsOf } from './facts.ts';
import { PartTitle } from './PartTitle.tsx';
import styles from './SchemaTree.module.css';
import type { BranchProps } from './SchemaTree.tsx';
import { type Part, partsOf } from './schema-parts.ts';
import { type Schemas, viewSchema } from './schema-view.ts';
import { typesOf } from './type-label.ts';

interface Props {
  part: Part;
  branch: BranchProps;
  isOpen: boolean;
  /** The parts of the part. */
  children: (schemas: Schemas) => ReactNode;
}

/** A part that is no field: what it is called, what is said of it, and its own parts; folded if it has any. */
export function PartBlock({ part, branch, isOpen, children }: Props) {
  const { schemas, direction, id, beside, isXml = false } = branch;
  const view = viewSchema(part.schema, schemas, beside);
  const hasInner = view.schema['x-head'] !== undefined || partsOf(view, schemas, direction).length > 0;
  const hasFacts = factsOf(view).length > 0;
  const about = (
    <>
      <Prose html={view.schema.description} className={styles.partText} />
      <FieldFacts rules={view} schemas={schemas} isXml={isXml} />
    </>
  );
  // The items of a list are what the list is about: no title, unless something is said of each.
  if (part.kind === 'item')
    return (
      <>
        {(hasFacts || view.schema.description) && (
          <div className={styles.part}>
            <PartTitle part={part} branch={branch} />
            {about}
          </div>
        )}
        {hasInner && children(schemas)}
      </>
    );
  if (!hasInner)
    return (
      <div id={id} className={styles.part}>
        <PartTitle part={part} branch={branch} />
        {about}
        {part.kind === 'variant' && !hasFacts && beside.size > 0 && typesOf(view.schema).length === 0 && (
          <p className={styles.again}>
            <Translate id="reference.noOwnFields">Sem campos próprios.</Translate>
          </p>
        )}
      </div>
    );
  return (
    <Fold
      place={id}
      isPlace
      open={isOpen}
      schemas={schemas}
      className={styles.part}
      summary={<PartTitle part={part} branch={branch} />}
    >
      {(known) => (
        <>
          {about}
          {children(known)}
        </>
      )}
    </Fold>
  );
}
