import Link from '@docusaurus/Link';
import Translate from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import { FailureNotice } from '../console/FailureNotice.tsx';
import { ResponseHint } from '../console/ResponseHint.tsx';
import { operationAddress } from '../documents/operation-address.ts';
import type { OperationData } from '../documents/operation-data.ts';
import { decodeBody, findHeader, prettyJson } from '../exchange/received-response.ts';
import { formatDuration } from '../format/format-figures.ts';
import { CodeView } from '../ui/CodeView.tsx';
import { Progress } from '../ui/Progress.tsx';
import { RequestLink } from '../ui/RequestLink.tsx';
import { StatusBadge } from '../ui/StatusBadge.tsx';
import { CallLine } from './CallLine.tsx';
import styles from './FirstCall.module.css';
import type { CallStep } from './use-first-call.ts';

interface Props {
  operation: OperationData;
  step: CallStep;
  onRetry: () => void;
}

/** One of the calls, with its request and response. */
export function CallRow({ operation, step, onRetry }: Props) {
  const { currentLocale } = useDocusaurusContext().i18n;
  const template = operation.api.basePath + operation.path;
  if (step.phase !== 'done') {
    return (
      <li className={styles.step} data-phase={step.phase}>
        <CallLine method={operation.method} path={template} />
        {step.phase === 'running' && <Progress className={styles.progress} />}
      </li>
    );
  }
  const { response, failure } = step.outcome;
  const requestId = response && findHeader(response, 'x-request-id');
  return (
    <li className={styles.step} data-phase={response && response.status < 400 ? 'done' : 'failed'}>
      <CallLine method={operation.method} path={step.path}>
        {response && (
          <span className={styles.figures}>
            <StatusBadge status={response.status} text />
            <span>{formatDuration(response.milliseconds, currentLocale)}</span>
          </span>
        )}
      </CallLine>
      {failure && <FailureNotice failure={failure} onRetry={onRetry} />}
      {response && (
        <>
          <ResponseHint response={response} />
          {response.bytes.length > 0 && (
            <CodeView linked wrap code={prettyJson(decodeBody(response))} language="json" className={styles.body} />
          )}
          <p className={styles.foot}>
            <Link to={operationAddress(operation)}>
              <Translate id="home.call.page" values={{ operation: operation.summary }}>
                {'{operation} na referência'}
              </Translate>
            </Link>
            {requestId && <RequestLink id={requestId} />}
          </p>
        </>
      )}
    </li>
  );
}
