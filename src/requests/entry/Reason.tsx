import Link from '@docusaurus/Link';
import Translate from '@docusaurus/Translate';
import { operationAddress } from '../../documents/operation-address.ts';
import type { OperationData } from '../../documents/operation-data.ts';
import { isNamed, nameOfIssue, placeOfIssue } from '../../exchange/issue-place.ts';
import type { RefusalIssue, RequestDetails } from '../../generated/platform/types.gen.ts';
import { GuideLink } from '../../ui/GuideLink.tsx';
import { LinkedText } from '../../ui/LinkedText.tsx';
import { Notice } from '../../ui/Notice.tsx';
import styles from './Reason.module.css';

interface Props {
  entry: RequestDetails;
  operation: OperationData | null | undefined;
}

/** Why a call was refused, in words, with each field that was wrong and where its rule is. */
export function Reason({ entry, operation }: Props) {
  const { reason, error_code, status } = entry;
  if (!reason && error_code === null) return null;
  const page = operation ? operationAddress(operation) : undefined;
  return (
    <Notice kind={status !== null && status < 500 ? 'warn' : 'bad'} className={styles.reason}>
      <h2>
        {reason?.title ?? <Translate id="requests.reason.gone">Por que falhou</Translate>} <code>{error_code}</code>
      </h2>
      {reason ? (
        <p>
          <LinkedText>{reason.detail}</LinkedText>
        </p>
      ) : (
        <p>
          <Translate id="requests.reason.expired">
            Os detalhes ficam guardados por menos tempo que o resto e já foram apagados.
          </Translate>
        </p>
      )}
      {reason && reason.issues.length > 0 && (
        <ul>
          {reason.issues.map((issue) => (
            <li key={`${issue.in} ${issue.pointer} ${issue.code}`}>
              <Issue issue={issue} page={page} />
            </li>
          ))}
        </ul>
      )}
      <p className={styles.links}>
        <GuideLink to={`errors#${error_code ?? reason?.code}`}>
          <Translate id="requests.reason.guide" values={{ code: <code key="code">{error_code ?? reason?.code}</code> }}>
            {'O que significa {code} e como corrigir'}
          </Translate>
        </GuideLink>
        <GuideLink to="find-out-why">
          <Translate id="requests.reason.how">Como descobrir por que uma chamada falhou</Translate>
        </GuideLink>
      </p>
    </Notice>
  );
}

function Issue({ issue, page }: { issue: RefusalIssue; page: string | undefined }) {
  return (
    <>
      {!isNamed(issue) && (
        <>
          <code translate="no">{nameOfIssue(issue)}</code>{' '}
        </>
      )}
      <LinkedText>{issue.detail}</LinkedText>
      <span className={styles.rules}>
        {page && (
          <Link to={`${page}#${placeOfIssue(issue)}`}>
            <Translate id="requests.reason.rule">A regra na referência</Translate>
          </Link>
        )}
        <GuideLink to={`errors#${issue.code}`} inSentence>
          <code>{issue.code}</code>
        </GuideLink>
      </span>
    </>
  );
}
