import Translate, { translate } from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import type { ExampleData, Schema } from '../documents/operation-data.ts';
import { Prose } from '../ui/Prose.tsx';
import styles from './Field.module.css';
import { FieldFacts } from './FieldFacts.tsx';
import { NameFacts } from './NameFacts.tsx';
import type { PartKind } from './schema-parts.ts';
import { type Schemas, viewSchema } from './schema-view.ts';
import { typeLabel } from './type-label.ts';

interface Props {
  /** The HTML id, for links to this field. */
  id: string;
  name: string | undefined;
  kind?: PartKind;
  schema: Schema | boolean;
  schemas: Schemas;
  required?: boolean;
  deprecated?: boolean;
  /** HTML; defaults to the schema's description. */
  description?: string;
  example?: unknown;
  examples?: Record<string, ExampleData>;
  isXml?: boolean;
  /** Nested fields. */
  children?: ReactNode;
}

/** A list of fields. A page may have hundreds, so their parts are styled by structure instead of class names. */
export function Fields({ children }: { children: ReactNode }) {
  return <ul className={styles.fields}>{children}</ul>;
}

/** A parameter, header or property: name, type, description and constraints. */
export function Field(props: Props) {
  const { id, kind = 'property', schema, schemas, required = false, deprecated, description, children } = props;
  const view = viewSchema(schema, schemas);
  const shown = view.schema;
  const isDeprecated = (deprecated || shown.deprecated) ?? false;
  const name = fieldName(kind, props.name);
  return (
    <li id={id}>
      <div>
        <span translate={kind === 'property' ? 'no' : undefined}>
          <a href={`#${id}`}>{isDeprecated ? <s>{name}</s> : name}</a>
          <span translate="no">{typeLabel(schema, schemas)}</span>
        </span>
        <Flags schema={shown} required={required} deprecated={isDeprecated} />
        <NameFacts rules={view} />
      </div>
      <Prose html={description || shown.description} className={styles.text} />
      <FieldFacts
        rules={view}
        schemas={schemas}
        example={props.example}
        examples={props.examples}
        isXml={props.isXml ?? false}
        isNamed
      />
      {children}
    </li>
  );
}

/** What a field is called that is not a property of one name. */
export function fieldName(kind: PartKind, name: string | undefined): string {
  switch (kind) {
    case 'pattern':
      return translate(
        { id: 'reference.patternName', message: '(nome que casa com {pattern})' },
        { pattern: name ?? '' },
      );
    case 'other':
      return translate({ id: 'reference.anyName', message: '(qualquer nome)' });
    case 'names':
      return translate({ id: 'reference.eachName', message: '(cada nome)' });
    case 'position':
      return `[${name}]`;
    case 'further':
      return translate({ id: 'reference.eachFurtherItem', message: '(cada item seguinte)' });
    default:
      return name ?? '';
  }
}

function Flags({ schema, required, deprecated }: { schema: Schema; required: boolean; deprecated: boolean }) {
  return (
    <>
      {required && (
        <span className={styles.required}>
          <Translate id="reference.required">obrigatório</Translate>
        </span>
      )}
      {deprecated && (
        <span className={styles.deprecated}>
          <Translate id="reference.deprecated">obsoleto</Translate>
        </span>
      )}
      {schema.readOnly && (
        <span className={styles.flag}>
          <Translate id="reference.readOnly">somente leitura</Translate>
        </span>
      )}
      {schema.writeOnly && (
        <span className={styles.flag}>
          <Translate id="reference.writeOnly">somente escrita</Translate>
        </span>
      )}
    </>
  );
}
