import Translate from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import type { ApiLine } from '../documents/api-index-data.ts';
import { Moment } from '../format/Moment.tsx';
import type { Suggestion } from '../generated/platform/types.gen.ts';
import { Button } from '../ui/Button.tsx';
import { ButtonRow } from '../ui/ButtonRow.tsx';
import { ConfirmButton } from '../ui/ConfirmButton.tsx';
import styles from './Suggestions.module.css';
import type { SuggestionChange } from './use-suggestions.ts';

interface Props {
  suggestion: Suggestion;
  mayWrite: boolean;
  busy: boolean;
  onChange: (change: SuggestionChange) => void;
  onChoosePage: (page: string) => void;
}

/** One suggestion: the page, what was written (as text, whatever it is), from whom, and what to do with it. */
export function SuggestionCard({ suggestion, mayWrite, busy, onChange, onChoosePage }: Props) {
  const { id, text, page, language, api, email, state, sender, created_at } = suggestion;
  const { i18n, siteConfig } = useDocusaurusContext();
  const { apis = [] } = siteConfig.customFields ?? {};
  // Where the portal no longer has that language, its default one.
  const { baseUrl } =
    i18n.localeConfigs[i18n.locales.find((locale) => locale.startsWith(language)) ?? ''] ?? siteConfig;
  const title = (apis as ApiLine[]).find(({ slug }) => slug === api)?.title ?? api;
  return (
    <article className={styles.card} data-state={state} aria-labelledby={id}>
      <h2 id={id} className={styles.page}>
        {/* As the reader saw it, in their language; the path may also be of a page that does not exist. */}
        <a href={baseUrl + page.slice(1)} translate="no">
          {page}
        </a>
      </h2>
      <p className={styles.facts}>
        {title && <span>{title}</span>}
        <Moment time={created_at} />
        <span>
          <Translate
            id="suggestions.language"
            values={{ language: new Intl.DisplayNames([i18n.currentLocale], { type: 'language' }).of(language) }}
          >
            {'em {language}'}
          </Translate>
        </span>
        {state === 'done' && (
          <b>
            <Translate id="suggestions.state.isDone">Resolvida</Translate>
          </b>
        )}
      </p>
      <p className={styles.text} dir="auto" translate="no">
        {text}
      </p>
      <p className={styles.facts}>
        {email && <a href={`mailto:${email}`}>{email}</a>}
        {sender && (
          <code translate="no">
            {sender.id} · {sender.workspace_id}
          </code>
        )}
      </p>
      <ButtonRow size="small">
        {mayWrite && (
          <>
            <Button
              size="small"
              disabled={busy}
              onClick={() => onChange({ kind: state === 'open' ? 'done' : 'open', id })}
            >
              {state === 'open' ? (
                <Translate id="suggestions.markDone">Marcar como resolvida</Translate>
              ) : (
                <Translate id="suggestions.reopen">Reabrir</Translate>
              )}
            </Button>
            <ConfirmButton
              size="small"
              disabled={busy}
              label={<Translate id="suggestions.delete">Excluir…</Translate>}
              question={<Translate id="suggestions.delete.question">Excluir esta sugestão?</Translate>}
              consequence={
                <Translate id="suggestions.delete.consequence">
                  O texto e o e-mail são apagados, também nos eventos e entregas, e não há como recuperá-los.
                </Translate>
              }
              action={<Translate id="suggestions.delete.action">Excluir</Translate>}
              onConfirm={() => onChange({ kind: 'delete', id })}
            />
          </>
        )}
        <Button size="small" variant="plain" onClick={() => onChoosePage(page)}>
          <Translate id="suggestions.onlyPage">Só desta página</Translate>
        </Button>
      </ButtonRow>
    </article>
  );
}
