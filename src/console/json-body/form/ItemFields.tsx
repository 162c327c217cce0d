import Translate, { translate } from '@docusaurus/Translate';
import { type ReactNode, useId, useRef } from 'react';
import type { Schema } from '../../../documents/operation-data.ts';
import { Button } from '../../../ui/Button.tsx';
import { exampleOf } from '../../check/corrections.ts';
import { IssueLine } from '../../check/IssueLine.tsx';
import styles from './BodyForm.module.css';
import type { FormContext } from './form-context.ts';
import { ScalarField } from './ScalarField.tsx';
import { kindOfValue } from './value-kind.ts';

interface Props {
  context: FormContext;
  items: Schema;
  pointer: string;
  value: unknown;
  depth: number;
  /** What an item is made of that has no control of its own. */
  renderItem: (pointer: string, item: unknown) => ReactNode;
}

/** The items of a list, each to be changed or taken out. */
export function ItemFields({ context, items, pointer, value, depth, renderItem }: Props) {
  const list = Array.isArray(value) ? value : [];
  const { schemas, onSet } = context;
  const name = pointer.slice(pointer.lastIndexOf('/') + 1);
  const box = useRef<HTMLDivElement>(null);

  function remove(index: number) {
    onSet(`${pointer}/${index}`, undefined);
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>(':scope > button')?.focus());
  }

  return (
    <div ref={box} className={styles.items}>
      {list.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: items have no identity besides their position
        <Item key={index} {...{ context, items, pointer, index, name, item, depth, renderItem }} onRemove={remove} />
      ))}
      <Button
        variant="plain"
        size="small"
        onClick={() => onSet(pointer, [...list, exampleOf(items, schemas)])}
        aria-label={translate({ id: 'console.form.add', message: 'Acrescentar um item a {name}' }, { name })}
      >
        <Translate id="console.list.add">+ item</Translate>
      </Button>
    </div>
  );
}

interface ItemProps extends Omit<Props, 'value'> {
  index: number;
  name: string;
  item: unknown;
  onRemove: (index: number) => void;
}

function Item({ context, items, pointer, index, name, item, depth, renderItem, onRemove }: ItemProps) {
  const id = useId();
  const { schemas, issues, actions, onSet } = context;
  const place = `${pointer}/${index}`;
  const kind = kindOfValue(items, item, schemas, depth);
  const isScalar = kind.kind === 'text' || kind.kind === 'number' || kind.kind === 'choice';
  const own = issues.filter((issue) => issue.pointer === place);
  return (
    <div className={styles.item} data-pointer={place}>
      <div>
        {isScalar ? (
          <ScalarField
            id={id}
            kind={kind}
            value={item}
            label={`${name} ${index + 1}`}
            isInvalid={own.some(({ isSaid }) => isSaid)}
            describedBy={undefined}
            onChange={(changed) => onSet(place, changed)}
          />
        ) : (
          renderItem(place, item)
        )}
        {own.map((issue) => (
          <p key={issue.detail + issue.broken?.rule} className={styles.faults}>
            <IssueLine issue={issue} isAtField {...actions} />
          </p>
        ))}
      </div>
      <Button
        variant="plain"
        size="small"
        onClick={() => onRemove(index)}
        aria-label={translate(
          { id: 'console.list.remove', message: 'Remover {name} {number}' },
          { name, number: index + 1 },
        )}
      >
        ×
      </Button>
    </div>
  );
}
