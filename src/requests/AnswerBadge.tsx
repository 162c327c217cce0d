import Translate from '@docusaurus/Translate';
import { StatusBadge } from '../ui/StatusBadge.tsx';

/** A call's status, or that its connection was dropped on request. */
export function AnswerBadge({ status, text }: { status: number | null; text?: boolean }) {
  if (status !== null) return <StatusBadge status={status} text={text ?? false} />;
  return (
    <span style={{ color: 'var(--status-server)' }}>
      <Translate id="requests.dropped">conexão cortada</Translate>
    </span>
  );
}
