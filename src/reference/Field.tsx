import Translate, { translate } from '@docusaurus/Translate';
import clsx from 'clsx';
import type { ReactNode } from 'react';
import { constraintsOf } from './constraints.ts';
import styles from './Field.module.css';
import type { Schema } from './operation-data.ts';
import { Prose } from './Prose.tsx';
import { isNullable, type Schemas, typeLabel, viewSchema } from './schema-view.ts';
import { Value } from './Value.tsx';

interface Props {
  /** The address of this field on the page. */
  id: string;
  name: string;
  schema: Schema | boolean;
  schemas: Schemas;
  required?: boolean;
  deprecated?: boolean;
  /** HTML; the schema's own when absent. */
  description?: string;
  example?: unknown;
  /** What it is made of. */
  children?: ReactNode;
}

/** A parameter, header or property: its name and type, what it means, which values it takes. */
export function Field({
  id,
  name,
  schema,
  schemas,
  required = false,
  deprecated,
  description,
  example,
  children,
}: Props) {
  const { schema: shown } = viewSchema(schema, schemas);
  const item = shown.items === undefined ? undefined : viewSchema(shown.items, schemas).schema;
  const values = shown.enum ?? item?.enum;
  const examples = example === undefined ? (shown.examples?.[0] ?? shown.example) : example;
  return (
    <li className={styles.field} id={id}>
      <div className={styles.head}>
        <a
          href={`#${id}`}
          className={clsx(styles.name, (deprecated ?? shown.deprecated) && styles.struck)}
          translate="no"
        >
          {name}
        </a>
        <span className={styles.type} translate="no">
          {typeLabel(schema, schemas)}
          {shown.format && ` <${shown.format}>`}
          {isNullable(shown) && ' | null'}
        </span>
        <Flags schema={shown} required={required} deprecated={deprecated ?? shown.deprecated ?? false} />
      </div>
      <Prose html={description || shown.description} className={styles.text} />
      <dl className={styles.facts}>
        {'const' in shown && (
          <Fact label={translate({ id: 'reference.const', message: 'Sempre' })} values={[shown.const]} />
        )}
        {values && <Fact label={translate({ id: 'reference.enum', message: 'Valores' })} values={values} />}
        {'default' in shown && (
          <Fact label={translate({ id: 'reference.default', message: 'Padrão' })} values={[shown.default]} />
        )}
        <Limits schema={shown} />
        {item && <Limits schema={item} />}
        {shown.pattern && (
          <Fact label={translate({ id: 'reference.pattern', message: 'Expressão' })} values={[shown.pattern]} />
        )}
        {examples !== undefined && !values && (
          <Fact label={translate({ id: 'reference.example', message: 'Exemplo' })} values={[examples]} />
        )}
      </dl>
      {children}
    </li>
  );
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

function Limits({ schema }: { schema: Schema }) {
  const limits = constraintsOf(schema);
  if (limits.length === 0) return null;
  return (
    <div>
      <dt>
        <Translate id="reference.limits">Limites</Translate>
      </dt>
      <dd>{limits.join(', ')}</dd>
    </div>
  );
}

function Fact({ label, values }: { label: string; values: unknown[] }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {values.map((value) => (
          <Value key={JSON.stringify(value)} value={value} />
        ))}
      </dd>
    </div>
  );
}
