import { translate } from '@docusaurus/Translate';
import { useState } from 'react';
import type { Schema } from '../../../documents/operation-data.ts';
import { Select } from '../../../ui/Control.tsx';
import { exampleOf } from '../../check/corrections.ts';
import { pointerPart } from '../../json-pointer.ts';
import styles from './BodyForm.module.css';
import { FormField } from './FormField.tsx';
import type { FormContext } from './form-context.ts';
import { ItemFields } from './ItemFields.tsx';
import { JsonField } from './JsonField.tsx';
import { hasMember, kindOfValue, nameOfVariant, nearestVariant } from './value-kind.ts';

interface Props {
  context: FormContext;
  schema: Schema | undefined;
  pointer: string;
  value: unknown;
  depth: number;
}

/** What a value is made of: members, items, or one of several variants. */
export function MemberFields({ context, schema, pointer, value, depth }: Props) {
  const kind = kindOfValue(schema, value, context.schemas, depth);
  const inner = { context, pointer, value, depth: depth + 1 };
  if (kind.kind === 'variants') return <VariantFields {...inner} variants={kind.variants} />;
  if (kind.kind === 'list') {
    const { items } = kind;
    return (
      <ItemFields
        {...inner}
        items={items}
        renderItem={(place, item) => <MemberFields {...inner} schema={items} pointer={place} value={item} />}
      />
    );
  }
  if (kind.kind !== 'object')
    return (
      <JsonField
        value={value}
        label={pointer || translate({ id: 'console.body', message: 'Corpo' })}
        onChange={(changed) => context.onSet(pointer, changed)}
      />
    );
  const known = new Set(kind.properties.map(([name]) => name));
  const others = Object.keys((value ?? {}) as object).filter((name) => !known.has(name));
  return (
    <>
      {[...kind.properties, ...others.map((name): [string, undefined] => [name, undefined])].map(([name, own]) => {
        const isThere = hasMember(value, name);
        const member = {
          context,
          schema: own,
          pointer: `${pointer}/${pointerPart(name)}`,
          value: isThere ? (value as Record<string, unknown>)[name] : undefined,
          depth: depth + 1,
        };
        return (
          <FormField key={name} {...member} name={name} isRequired={kind.required.has(name)} isThere={isThere}>
            <MemberFields {...member} />
          </FormField>
        );
      })}
    </>
  );
}

/** One of several variants: the one that fits the value, until another is chosen. */
function VariantFields({ variants, ...props }: Omit<Props, 'schema'> & { variants: Schema[] }) {
  const { context, pointer, value } = props;
  const [chosen, choose] = useState<number>();
  const at = chosen ?? nearestVariant(variants, value, context.schemas);
  return (
    <>
      <Select
        className={styles.variant}
        aria-label={translate({ id: 'console.form.variant', message: 'Variante' })}
        value={at}
        onChange={({ target }) => {
          choose(Number(target.value));
          context.onSet(pointer, exampleOf(variants[Number(target.value)], context.schemas));
        }}
      >
        {variants.map((variant, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: variants have no identity besides their position
          <option key={index} value={index}>
            {nameOfVariant(variant, context.schemas, index)}
          </option>
        ))}
      </Select>
      <MemberFields {...props} schema={variants[at]} />
    </>
  );
}
