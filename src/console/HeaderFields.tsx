import Translate, { translate } from '@docusaurus/Translate';
import { useRef } from 'react';
import { Button } from '../ui/Button.tsx';
import { Input } from '../ui/Control.tsx';
import { type ExtraHeader, isSendable } from './extra-headers.ts';
import { faultText } from './fault-text.ts';
import styles from './HeaderFields.module.css';

interface Props {
  headers: ExtraHeader[];
  onChange: (headers: ExtraHeader[]) => void;
}

/** Headers that the document does not have, or that are to be others. */
export function HeaderFields({ headers, onChange }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const set = (index: number, header: ExtraHeader) => onChange(headers.with(index, header));
  const field = (index: number) => ({
    autoComplete: 'off',
    autoCapitalize: 'off',
    spellCheck: false,
    'aria-invalid': isSendable(headers[index] as ExtraHeader) ? undefined : true,
  });

  function add() {
    onChange([...headers, ['', '']]);
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>('div:last-of-type > input')?.focus());
  }

  function remove(index: number) {
    onChange(headers.toSpliced(index, 1));
    // Without headers the list folds.
    const next = headers.length > 1 ? ':scope > button' : ':scope > summary';
    requestAnimationFrame(() => {
      const from = headers.length > 1 ? list.current : list.current?.parentElement;
      from?.querySelector<HTMLElement>(next)?.focus();
    });
  }

  return (
    <details className={styles.headers} open={headers.length > 0 || undefined}>
      <summary>
        <Translate id="console.headers.more">Outros cabeçalhos</Translate>
      </summary>
      <div ref={list} className={styles.list}>
        {headers.map(([name, value], index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity besides their position
          <div key={index}>
            <Input
              {...field(index)}
              aria-label={translate(
                { id: 'console.headers.name', message: 'Cabeçalho {number}' },
                { number: index + 1 },
              )}
              value={name}
              onChange={({ target }) => set(index, [target.value.trim(), value])}
            />
            <Input
              {...field(index)}
              aria-label={translate(
                { id: 'console.headers.value', message: 'Valor do cabeçalho {number}' },
                { number: index + 1 },
              )}
              value={value}
              onChange={({ target }) => set(index, [name, target.value])}
            />
            <Button
              variant="plain"
              size="small"
              onClick={() => remove(index)}
              aria-label={translate(
                { id: 'console.headers.remove', message: 'Remover o cabeçalho {number}' },
                { number: index + 1 },
              )}
            >
              ×
            </Button>
          </div>
        ))}
        {headers.some((header) => !isSendable(header)) && <p role="status">{faultText('header-characters')}</p>}
        <Button variant="plain" size="small" onClick={add}>
          <Translate id="console.headers.add">+ cabeçalho</Translate>
        </Button>
      </div>
    </details>
  );
}
