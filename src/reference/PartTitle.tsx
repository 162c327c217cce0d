import Translate from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import type { ReactNode } from 'react';
import { constraintsOf } from './constraints.ts';
import styles from './SchemaTree.module.css';
import type { BranchProps } from './SchemaTree.tsx';
import type { Part } from './schema-parts.ts';
import { viewSchema } from './schema-view.ts';
import { typeLabel } from './type-label.ts';

interface Props {
  part: Part;
  branch: BranchProps;
}

/** What a part is to the value that has it, and its type. */
export function PartTitle({ part, branch }: Props) {
  const { schemas, beside } = branch;
  const { schema, name } = viewSchema(part.schema, schemas, beside);
  const type = typeLabel(part.schema, schemas);
  if (part.kind !== 'variant')
    return (
      <span className={styles.title}>
        <b>{lead(part)}</b>
        {part.count && <Count count={part.count} />}
        {!['any', 'object'].includes(type) && part.kind !== 'item' && <span translate="no">{type}</span>}
      </span>
    );
  const title = schema.title ?? name;
  return (
    <span className={styles.title}>
      <b translate={schema.title === undefined ? 'no' : undefined}>{title ?? type}</b>
      {title !== undefined && !['any', 'object', title].includes(type) && <span translate="no">{type}</span>}
      {part.name !== undefined && <code translate="no">{part.name}</code>}
    </span>
  );
}

function Count({ count }: { count: NonNullable<Part['count']> }) {
  const { currentLocale } = useDocusaurusContext().i18n;
  return <span>{constraintsOf(count, currentLocale).join(', ')}</span>;
}

function lead({ kind, name }: Part): ReactNode {
  const values = { name: <code translate="no">{name}</code> };
  switch (kind) {
    case 'item':
      return <Translate id="reference.eachItem">Cada item</Translate>;
    case 'contains':
      return <Translate id="reference.contains">Contém</Translate>;
    case 'content':
      return <Translate id="reference.contentOf">Conteúdo do texto</Translate>;
    case 'if':
      return <Translate id="reference.if">Se cumprir</Translate>;
    case 'then':
      return name === undefined ? (
        <Translate id="reference.then">Então</Translate>
      ) : (
        <Translate id="reference.ifSo" values={values}>
          {'Se {name}'}
        </Translate>
      );
    case 'else':
      return <Translate id="reference.else">Senão</Translate>;
    case 'with':
      return (
        <Translate id="reference.with" values={values}>
          {'Com {name}'}
        </Translate>
      );
    default:
      return <Translate id="reference.not">Não pode ser</Translate>;
  }
}
