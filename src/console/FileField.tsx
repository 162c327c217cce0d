import Translate, { translate } from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import { useId, useRef } from 'react';
import type { FileData } from '../documents/operation-means.ts';
import { formatSize } from '../format/format-figures.ts';
import { Button } from '../ui/Button.tsx';
import { Input } from '../ui/Control.tsx';
import { FieldName } from './FieldName.tsx';
import styles from './FileField.module.css';

interface Props {
  /** The property of the form; the body itself is labelled by its part of the form. */
  name?: string;
  id?: string;
  file: FileData;
  chosen: File[];
  /** Whether it goes to a sandbox, whose limit is known. */
  isSandbox: boolean;
  invalid: boolean;
  describedBy?: string;
  onChoose: (files: File[]) => void;
}

/** The largest body that a server takes, unless an operation says otherwise. */
const MOST_BYTES = 2 ** 20;

/** Chooses a file, or several, for one call. Only this page has them: neither the history nor the browser keeps any. */
export function FileField({ name, id: givenId, file, chosen, isSandbox, invalid, describedBy, onChoose }: Props) {
  const ownId = useId();
  const id = givenId ?? ownId;
  const input = useRef<HTMLInputElement>(null);
  const { currentLocale } = useDocusaurusContext().i18n;
  const isLarge = isSandbox && chosen.reduce((sum, { size }) => sum + size, 0) > MOST_BYTES;

  function clear() {
    if (!input.current) return;
    input.current.value = '';
    input.current.focus();
    onChoose([]);
  }

  return (
    <div className={styles.field}>
      {name !== undefined && <FieldName name={name} required={file.required} htmlFor={id} />}
      <div className={styles.choice}>
        <Input
          ref={input}
          id={id}
          type="file"
          multiple={file.many}
          accept={file.type?.replace('application/octet-stream', '') || undefined}
          aria-invalid={invalid || undefined}
          aria-describedby={describedBy ? `${describedBy} ${id}-chosen` : `${id}-chosen`}
          onChange={({ target }) => onChoose([...(target.files ?? [])])}
        />
        <ul id={`${id}-chosen`} className={styles.chosen}>
          {chosen.map((each) => (
            <li key={each.name}>
              {each.name} · {formatSize(each.size, currentLocale)}
            </li>
          ))}
          {isLarge && (
            <li className={styles.doubt}>
              <Translate id="console.file.large">O sandbox recebe corpos de até 1 MiB: vai responder 413.</Translate>
            </li>
          )}
        </ul>
        {chosen.length > 0 && (
          <Button
            variant="plain"
            size="small"
            onClick={clear}
            aria-label={
              name === undefined
                ? undefined
                : translate({ id: 'console.file.clearNamed', message: 'Tirar o arquivo de {name}' }, { name })
            }
          >
            <Translate id="console.file.clear">Tirar o arquivo</Translate>
          </Button>
        )}
      </div>
    </div>
  );
}
