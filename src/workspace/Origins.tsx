import Translate, { translate } from '@docusaurus/Translate';
import { type FormEvent, useState } from 'react';
import type { PlatformError } from '../client/platform-error.ts';
import { Button } from '../ui/Button.tsx';
import { Check } from '../ui/Check.tsx';
import { TextArea } from '../ui/Control.tsx';
import { Field } from '../ui/Field.tsx';
import { GuideLink } from '../ui/GuideLink.tsx';
import { Part } from '../ui/Part.tsx';
import { readOrigins } from './origin-lines.ts';
import styles from './Workspace.module.css';

interface Props {
  /** Null where any page may read the responses. */
  origins: string[] | null;
  mayWrite: boolean;
  busy: boolean;
  /** Why the last change of the origins was refused. */
  error: PlatformError | null;
  onChange: (origins: string[] | null) => void;
}

/** Shows and changes the origins whose pages may read the workspace's responses in a browser. */
export function Origins({ origins, mayWrite, busy, error, onChange }: Props) {
  return (
    <Part title={<Translate id="workspace.origins">Páginas que leem as respostas (CORS)</Translate>}>
      <p>
        <Translate id="workspace.origins.text">
          Vale para programas que rodam em um navegador, em todas as APIs. Servidores e o console deste portal não
          precisam de nada.
        </Translate>{' '}
        <GuideLink to="cors">
          <Translate id="workspace.origins.guide">Guia: CORS</Translate>
        </GuideLink>
      </p>
      {mayWrite ? (
        <OriginsForm origins={origins} busy={busy} error={error} onChange={onChange} />
      ) : (
        <p>{origins === null ? anyPage() : origins.join(', ') || noPage()}</p>
      )}
    </Part>
  );
}

function OriginsForm({ origins, busy, error, onChange }: Omit<Props, 'mayWrite'>) {
  const [isAny, setAny] = useState(origins === null);
  const [text, setText] = useState((origins ?? []).join('\n'));
  const [faulty, setFaulty] = useState<string[]>([]);
  const refused = error?.fieldProblems.map(({ detail }) => detail).join(' ');

  function write(changed: string) {
    setText(changed);
    setFaulty([]);
  }

  function save(event: FormEvent) {
    event.preventDefault();
    const read = readOrigins(text);
    if (!isAny && read.faulty.length > 0) setFaulty(read.faulty);
    else onChange(isAny ? null : read.origins);
  }

  return (
    <form className={styles.origins} onSubmit={save}>
      <Check checked={isAny} onChange={setAny}>
        {anyPage()}
      </Check>
      {!isAny && (
        <Field
          label={<Translate id="workspace.origins.label">Origens permitidas</Translate>}
          hint={
            <Translate
              id="workspace.origins.hint"
              values={{ examples: <code translate="no">https://loja.example, http://localhost:5173</code> }}
            >
              {'Uma por linha, sem caminho: {examples}. Em branco, nenhuma página além deste portal.'}
            </Translate>
          }
          error={
            faulty.length > 0
              ? translate(
                  {
                    id: 'workspace.origins.fault',
                    message: 'Não é uma origem: {origins}. Escreva só o esquema, o nome e a porta, se houver.',
                  },
                  { origins: faulty.join(', ') },
                )
              : refused || undefined
          }
        >
          {(control) => (
            <TextArea
              {...control}
              rows={3}
              spellCheck={false}
              autoCapitalize="none"
              value={text}
              onChange={({ target }) => write(target.value)}
            />
          )}
        </Field>
      )}
      <div>
        <Button type="submit" disabled={busy}>
          <Translate id="workspace.origins.save">Salvar as origens</Translate>
        </Button>
      </div>
    </form>
  );
}

function anyPage(): string {
  return translate({ id: 'workspace.origins.any', message: 'Qualquer página pode ler as respostas' });
}

function noPage(): string {
  return translate({ id: 'workspace.origins.none', message: 'Nenhuma página além deste portal' });
}
