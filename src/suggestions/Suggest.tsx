import Translate, { translate } from '@docusaurus/Translate';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { type Contact, ContactName } from '../ui/ContactLinks.tsx';
import { findDraft } from './drafts.ts';
import styles from './Suggest.module.css';
import { usePage } from './use-page.ts';

const SuggestionForm = lazy(async () => ({ default: (await import('./SuggestionForm.tsx')).SuggestionForm }));

/** At the foot of every page: a form that says to the provider what is wrong or missing there. It loads when it is opened. */
export function Suggest() {
  const { page, contact } = usePage();
  return <SuggestOn key={page} page={page} contact={contact} />;
}

function SuggestOn({ page, contact }: { page: string; contact: Contact | undefined }) {
  const details = useRef<HTMLDetailsElement>(null);
  // Whoever left something unsent comes back to it, whether or not the other page had come by then.
  const [hasDraft] = useState(() => findDraft(page) !== '');
  // Once it was opened, it keeps what was written while it is closed.
  const [wasOpened, setOpened] = useState(hasDraft);

  // It may have been opened before React listened.
  useEffect(() => {
    if (details.current?.open) setOpened(true);
  }, []);

  return (
    <section className={styles.suggest} aria-label={translate({ id: 'suggestions.label', message: 'Sugestões' })}>
      <details ref={details} open={hasDraft} onToggle={({ currentTarget }) => currentTarget.open && setOpened(true)}>
        <summary>
          <Translate id="suggestions.question">O que está errado ou faltando aqui?</Translate>
        </summary>
        <noscript>
          <p className={styles.to}>
            <Translate id="suggestions.noScript">O formulário precisa de JavaScript.</Translate>
          </p>
        </noscript>
        {wasOpened && (
          <Suspense fallback={<div className={styles.loading} />}>
            <SuggestionForm page={page} />
          </Suspense>
        )}
      </details>
      <p className={styles.to}>
        {contact ? (
          <Translate id="suggestions.to.contact" values={{ contact: <ContactName {...contact} /> }}>
            {'As sugestões vão para {contact}.'}
          </Translate>
        ) : (
          <Translate id="suggestions.to.portal">As sugestões vão para quem mantém este portal.</Translate>
        )}
      </p>
    </section>
  );
}
