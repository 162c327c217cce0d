import Link from '@docusaurus/Link';
import Translate from '@docusaurus/Translate';
import { PlatformProblem } from '../../client/PlatformProblem.tsx';
import { useOperation } from '../../documents/use-operation.ts';
import { useLoggedRequest } from '../../exchange/use-logged-request.ts';
import type { RequestDetails } from '../../generated/platform/types.gen.ts';
import { useFeatures } from '../../ui/use-features.ts';
import { usePageQuery } from '../../ui/use-page-query.ts';
import { Caused } from './Caused.tsx';
import { EntryFacts } from './EntryFacts.tsx';
import { EntryHead } from './EntryHead.tsx';
import { MessageView } from './MessageView.tsx';
import { MissingEntry } from './MissingEntry.tsx';
import { Reason } from './Reason.tsx';
import styles from './RequestEntry.module.css';
import { SameCurl } from './SameCurl.tsx';
import { Stages } from './Stages.tsx';

/** A call of the log: why it failed, what it sent, received and caused. */
export function RequestEntry({ id }: { id: string }) {
  const { search } = usePageQuery();
  const read = useLoggedRequest(id);
  const list = new URLSearchParams(search);
  list.delete('id');
  const query = String(list);
  return (
    <article className={styles.entry}>
      <p className={styles.back}>
        <Link to={`/requests${query && `?${query}`}`}>
          <Translate id="requests.entry.back">← Todas as requisições</Translate>
        </Link>
      </p>
      {read.data && <Whole entry={read.data} />}
      {read.isPending && (
        <p role="status" className={styles.quiet}>
          <Translate id="requests.entry.loading">Carregando a requisição…</Translate>
        </p>
      )}
      {read.error &&
        (read.error.status === 404 || read.error.status === 422 ? (
          <MissingEntry id={id} />
        ) : (
          <PlatformProblem error={read.error} onRetry={() => void read.refetch()} />
        ))}
    </article>
  );
}

function Whole({ entry }: { entry: RequestDetails }) {
  const operation = useOperation(entry.api, entry.operation);
  const features = useFeatures();
  return (
    <>
      <EntryHead entry={entry} operation={operation} />
      <Reason entry={entry} operation={operation} />
      <div className={styles.sides}>
        <section aria-labelledby="entry-request">
          <h2 id="entry-request">
            <Translate id="requests.entry.request">Requisição</Translate>
          </h2>
          <MessageView
            message={entry.request}
            bytes={entry.request_bytes}
            issues={entry.reason?.issues.filter((issue) => issue.in === 'body') ?? []}
          />
          <SameCurl entry={entry} operation={operation} />
        </section>
        <section aria-labelledby="entry-response">
          <h2 id="entry-response">
            <Translate id="requests.entry.response">Resposta</Translate>
          </h2>
          <MessageView message={entry.response} bytes={entry.response_bytes} issues={[]} />
        </section>
      </div>
      <Stages entry={entry} />
      {features.webhooks && <Caused entry={entry} />}
      <EntryFacts entry={entry} operation={operation} />
    </>
  );
}
