import Link from '@docusaurus/Link';
import Translate, { translate } from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import type { OperationData } from '../documents/operation-data.ts';
import { timeFormat } from '../format/formatters.ts';
import { Button } from '../ui/Button.tsx';
import { browserStorage } from '../ui/browser-storage.ts';
import { MethodBadge } from '../ui/MethodBadge.tsx';
import { PageLink } from '../ui/PageLink.tsx';
import { StatusBadge } from '../ui/StatusBadge.tsx';
import { clearAnswers } from './answer-store.ts';
import { clearCalls, type PastCall } from './call-history.ts';
import styles from './HistoryList.module.css';
import { callHash } from './link/call-link.ts';

interface Props {
  calls: PastCall[];
  operation: OperationData;
  onRestore: (call: PastCall) => void;
  onChange: (calls: PastCall[]) => void;
}

/** The last calls of this browser; calls of this operation can be restored, others link to their page. */
export function HistoryList({ calls, operation, onRestore, onChange }: Props) {
  const { currentLocale } = useDocusaurusContext().i18n;
  const here = calls.filter(({ apiSlug }) => apiSlug === operation.api.slug);
  if (here.length === 0) return null;

  function clear() {
    clearCalls(browserStorage());
    clearAnswers(browserStorage());
    onChange([]);
  }

  return (
    <details className={styles.history}>
      <summary>
        <Translate id="console.history" values={{ count: here.length }}>
          {'Últimas chamadas ({count})'}
        </Translate>
      </summary>
      <ol>
        {here.map((call) => {
          const line = (
            <>
              <MethodBadge method={call.method} compact />
              <span className={styles.path}>{call.path}</span>
              {call.status !== undefined ? <StatusBadge status={call.status} /> : <span>—</span>}
              <time dateTime={call.at}>{timeText(call.at, currentLocale)}</time>
            </>
          );
          const mine = call.operationSlug === operation.slug;
          return (
            <li key={call.id}>
              {mine ? (
                <button
                  type="button"
                  onClick={() => onRestore(call)}
                  title={translate({
                    id: 'console.history.restore',
                    message: 'Mostrar esta chamada e a resposta',
                  })}
                >
                  {line}
                </button>
              ) : (
                <Link
                  to={`/reference/${call.apiSlug}/${call.operationSlug}${callHash([['call', call.id]])}`}
                  title={translate({
                    id: 'console.history.open',
                    message: 'Mostrar esta chamada na página da operação',
                  })}
                >
                  {line}
                </Link>
              )}
              {call.requestId && (
                <PageLink
                  to={`/requests?id=${call.requestId}`}
                  className={styles.entry}
                  aria-label={translate(
                    { id: 'console.history.entry', message: 'Ver {id} no registro' },
                    { id: call.requestId },
                  )}
                >
                  <Translate id="console.history.log">registro</Translate>
                </PageLink>
              )}
            </li>
          );
        })}
      </ol>
      <p className={styles.foot}>
        <Translate id="console.history.where">Salvas só neste navegador, sem a chave.</Translate>{' '}
        <Button variant="plain" size="small" onClick={clear}>
          <Translate id="console.history.clear">Limpar</Translate>
        </Button>
      </p>
    </details>
  );
}

function timeText(at: string, locale: string): string {
  const date = new Date(at);
  const today = date.toDateString() === new Date().toDateString();
  return timeFormat(locale, today ? { timeStyle: 'short' } : { day: '2-digit', month: '2-digit' }).format(date);
}
