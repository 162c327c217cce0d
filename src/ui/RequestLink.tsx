import { PageLink } from './PageLink.tsx';

/** The id of a request, as a link to its entry in the log, where there is one. */
export function RequestLink({ id, className }: { id: string; className?: string }) {
  return (
    <PageLink to={`/requests?id=${id}`} className={className} inSentence>
      <code translate="no">{id}</code>
    </PageLink>
  );
}
