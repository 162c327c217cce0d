import Translate, { translate } from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import type { Schema } from '../documents/operation-data.ts';
import { constraintsOf } from './constraints.ts';
import styles from './FieldFacts.module.css';

interface Props {
  schema: Schema;
  /** The schema of a list's items. */
  item: Schema | undefined;
  /** An example given beside the schema. */
  example: unknown;
}

/** The allowed values of a field: one line per constraint. */
export function FieldFacts({ schema, item, example = schema.examples?.[0] ?? schema.example }: Props) {
  const values = schema.enum ?? item?.enum;
  const facts = [
    'const' in schema && (
      <Fact key="const" label={translate({ id: 'reference.const', message: 'Sempre' })} values={[schema.const]} />
    ),
    values && <Fact key="enum" label={translate({ id: 'reference.enum', message: 'Valores' })} values={values} />,
    'default' in schema && (
      <Fact key="default" label={translate({ id: 'reference.default', message: 'Padrão' })} values={[schema.default]} />
    ),
    limits(schema, 'limits'),
    item && limits(item, 'item'),
    schema.pattern && (
      <Fact key="pattern" label={translate({ id: 'reference.pattern', message: 'Regex' })} values={[schema.pattern]} />
    ),
    example !== undefined && !values && (
      <Fact key="example" label={translate({ id: 'reference.example', message: 'Exemplo' })} values={[example]} />
    ),
  ].filter(Boolean);
  return facts.length > 0 && <dl className={styles.facts}>{facts}</dl>;
}

function limits(schema: Schema, key: string): ReactNode {
  const texts = constraintsOf(schema);
  if (texts.length === 0) return null;
  return (
    <div key={key}>
      <dt>
        {schema.minLength !== undefined || schema.maxLength !== undefined ? (
          <Translate id="reference.length">Tamanho</Translate>
        ) : (
          <Translate id="reference.limits">Limites</Translate>
        )}
      </dt>
      <dd>{texts.join(', ')}</dd>
    </div>
  );
}

function Fact({ label, values }: { label: string; values: unknown[] }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd translate="no">
        {values.map((value) => (
          <code key={JSON.stringify(value)}>{asCode(value)}</code>
        ))}
      </dd>
    </div>
  );
}

/** Formats a value as code: strings without quotes, everything else as JSON. */
function asCode(value: unknown): string {
  return typeof value === 'string' && value !== '' ? value : JSON.stringify(value);
}
