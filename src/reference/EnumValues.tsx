import Translate, { translate } from '@docusaurus/Translate';
import { type ReactNode, useState } from 'react';
import type { EnumText } from '../documents/operation-data.ts';
import { Prose } from '../ui/Prose.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import styles from './EnumValues.module.css';
import { asCode, Value } from './Value.tsx';

interface Props {
  values: unknown[];
  texts: EnumText[];
}

/** Longer lists show this many values, and the others when they are opened. */
const few = 24;
/** From as many others on there is a filter. */
const many = 60;
/** Characters of others that are in the HTML, as plain text until they are opened. */
const plainText = 8000;

/** The values of an enum: a line of them, or a row for each where the document says what it means. */
export function EnumValues({ values, texts }: Props) {
  const others = values.length > few * 1.5 ? values.slice(few) : [];
  const [isOpen, setOpen] = useState(false);
  return (
    <dd className={texts.length > 0 ? styles.rows : styles.line}>
      <List values={values.slice(0, values.length - others.length)} texts={texts} />
      {others.length > 0 && (
        <details onToggle={() => setOpen(true)}>
          <summary>
            <Translate id="reference.moreValues" values={{ count: String(others.length) }}>
              {'Mais {count} valores'}
            </Translate>
          </summary>
          {isOpen ? (
            <Filtered values={others} texts={texts} />
          ) : (
            <p translate="no">{others.map(asCode).join(', ').slice(0, plainText)}</p>
          )}
        </details>
      )}
    </dd>
  );
}

function Filtered({ values, texts }: Props): ReactNode {
  const [wanted, setWanted] = useState('');
  const said = new Map(texts.map(({ value, name = '', text = '' }) => [asCode(value), `${name} ${text}`]));
  const shown = values.filter((value) =>
    `${asCode(value)} ${said.get(asCode(value)) ?? ''}`.toLowerCase().includes(wanted.toLowerCase()),
  );
  return (
    <>
      {values.length > many && (
        <SearchField
          className={styles.filter}
          label={translate({ id: 'reference.filterValues', message: 'Filtrar os valores' })}
          value={wanted}
          onCommit={setWanted}
        />
      )}
      <List values={shown} texts={texts} />
      {shown.length === 0 && (
        <p>
          <Translate id="reference.noValue">Nenhum destes valores.</Translate>
        </p>
      )}
    </>
  );
}

function List({ values, texts }: Props) {
  const said = new Map(texts.map((text) => [asCode(text.value), text]));
  return (
    <ul>
      {values.map((value) => {
        const code = asCode(value);
        const { name, text } = said.get(code) ?? {};
        return (
          <li key={code}>
            <span translate="no">
              <Value value={value} />
              {name && <b>{name}</b>}
            </span>
            <Prose html={text} inline />
          </li>
        );
      })}
    </ul>
  );
}
