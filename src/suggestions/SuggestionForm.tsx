import Translate, { translate } from '@docusaurus/Translate';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { PlatformProblem } from '../client/PlatformProblem.tsx';
import { findSignedIn } from '../client/signed-in.ts';
import { Button } from '../ui/Button.tsx';
import { browserStorage } from '../ui/browser-storage.ts';
import { Input, TextArea } from '../ui/Control.tsx';
import { Field } from '../ui/Field.tsx';
import { useFirstFault } from '../ui/use-first-fault.ts';
import { findDraft, storeDraft } from './drafts.ts';
import styles from './Suggest.module.css';
import { type Fault, findFault } from './suggestion-fault.ts';
import { Trap } from './Trap.tsx';
import { useSend } from './use-send.ts';

/** The form for a suggestion about a page, and the thanks. What was written stays if it cannot be sent. */
export function SuggestionForm({ page }: { page: string }) {
  const { phase, error, send, again } = useSend();
  const person = findSignedIn(browserStorage());
  const [text, setText] = useState(() => findDraft(page));
  const [email, setEmail] = useState(person?.email ?? '');
  const [trap, setTrap] = useState('');
  const [missed, setMissed] = useState<Fault>();
  const fault = missed ?? findFault(error);
  const form = useFirstFault(fault ?? error);

  function write(written: string) {
    setText(written);
    storeDraft(page, written);
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (phase === 'sending') return;
    const now: Fault | undefined = trap ? { field: 'trap' } : text.trim() ? undefined : { field: 'text' };
    setMissed(now);
    if (now) return;
    if (await send({ text, page, email: email.trim() || null })) write('');
  }

  if (phase === 'sent') return <Thanks onAgain={again} />;
  return (
    // Errors are in the page's language: the browser's own may be in another one.
    <form ref={form} className={styles.form} noValidate onSubmit={submit} aria-busy={phase === 'sending'}>
      <Field
        label={<Translate id="suggestions.text">Sua sugestão</Translate>}
        hint={<Translate id="suggestions.text.hint">Até 2.000 caracteres. Não inclua chaves nem senhas.</Translate>}
        error={
          fault?.field === 'text' &&
          translate({ id: 'suggestions.fault.text', message: 'Escreva o que está errado ou faltando.' })
        }
      >
        {(control) => (
          <TextArea
            {...control}
            className={styles.text}
            name="text"
            value={text}
            maxLength={2000}
            required
            onChange={({ target }) => write(target.value)}
          />
        )}
      </Field>
      <Field
        label={<Translate id="suggestions.email">E-mail para resposta (opcional)</Translate>}
        error={
          fault?.field === 'email' &&
          translate({ id: 'suggestions.fault.email', message: 'Confira o e-mail ou deixe o campo vazio.' })
        }
      >
        {(control) => (
          <Input
            {...control}
            name="email"
            type="email"
            autoComplete="email"
            value={email}
            maxLength={254}
            onChange={({ target }) => setEmail(target.value)}
          />
        )}
      </Field>
      <Trap value={trap} isCaught={fault?.field === 'trap'} onChange={setTrap} />
      {person && (
        <p className={styles.note}>
          <Translate id="suggestions.signedIn" values={{ name: <b>{person.name}</b> }}>
            {'Você está na conta de {name}: o provedor vê que a sugestão veio dela.'}
          </Translate>
        </p>
      )}
      {error && !fault && (
        <div tabIndex={-1} data-invalid>
          <PlatformProblem error={error} />
        </div>
      )}
      <div>
        {/* The page has its own main action. */}
        <Button type="submit" disabled={phase === 'sending'}>
          <Translate id="suggestions.send">Enviar</Translate>
        </Button>
      </div>
    </form>
  );
}

/** It takes the focus, which was in the form. */
function Thanks({ onAgain }: { onAgain: () => void }) {
  const thanks = useRef<HTMLDivElement>(null);
  useEffect(() => thanks.current?.focus(), []);
  return (
    <div ref={thanks} className={styles.thanks} role="status" tabIndex={-1}>
      <p>
        <Translate id="suggestions.thanks">Obrigado! A sua sugestão foi enviada.</Translate>
      </p>
      <Button size="small" onClick={onAgain}>
        <Translate id="suggestions.again">Enviar outra</Translate>
      </Button>
    </div>
  );
}
