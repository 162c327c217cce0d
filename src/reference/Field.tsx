import Translate from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import type { Schema } from '../documents/operation-data.ts';
import { Prose } from '../ui/Prose.tsx';
import styles from './Field.module.css';
import { FieldFacts } from './FieldFacts.tsx';
import { isNullable, type Schemas, typeLabel, viewSchema } from './schema-view.ts';

interface Props {
  /** The HTML id, for links to this field. */
  id: string;
  name: string;
  schema: Schema | boolean;
  schemas: Schemas;
  required?: boolean;
  deprecated?: boolean;
  /** HTML; defaults to the schema's description. */
  description?: string;
  example?: unknown;
  /** Nested fields. */
  children?: ReactNode;
}

/** A list of fields. A page may have hundreds, so their parts are styled by structure instead of class names. */
export function Fields({ children }: { children: ReactNode }) {
  return <ul className={styles.fields}>{children}</ul>;
}

/** A parameter, header or property: name, type, description and constraints. */
export function Field({ id, name, schema, schemas, required, deprecated, description, example, children }: Props) {
  const { schema: shown } = viewSchema(schema, schemas);
  const item = shown.items === undefined ? undefined : viewSchema(shown.items, schemas).schema;
  const isDeprecated = deprecated ?? shown.deprecated ?? false;
  return (
    <li id={id}>
      <div>
        <span translate="no">
          <a href={`#${id}`}>{isDeprecated ? <s>{name}</s> : name}</a>
          <span>{typeOf(schema, shown, schemas)}</span>
        </span>
        <Flags schema={shown} required={required ?? false} deprecated={isDeprecated} />
      </div>
      <Prose html={description || shown.description} className={styles.text} />
      <FieldFacts schema={shown} item={item} example={example} />
      {children}
    </li>
  );
}

function typeOf(schema: Schema | boolean, shown: Schema, schemas: Schemas): string {
  const format = shown.format ? ` <${shown.format}>` : '';
  return `${typeLabel(schema, schemas)}${format}${isNullable(shown) ? ' | null' : ''}`;
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
