import Link from '@docusaurus/Link';

/** The id of a request, as a link to its entry in the log. */
export function RequestLink({ id, className }: { id: string; className?: string }) {
  return (
    <Link to={`/requests?id=${id}`} className={className}>
      <code translate="no">{id}</code>
    </Link>
  );
}
