import Link from '@docusaurus/Link';
import Translate from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import { AnswerHint } from '../console/AnswerHint.tsx';
import { FailureNotice } from '../console/FailureNotice.tsx';
import type { OperationData } from '../documents/operation-data.ts';
import { decodeBody, findHeader, prettyJson } from '../exchange/answer.ts';
import { formatDuration } from '../format/format-figures.ts';
import { CodeView } from '../ui/CodeView.tsx';
import { Progress } from '../ui/Progress.tsx';
import { StatusBadge } from '../ui/StatusBadge.tsx';
import { CallLine } from './CallLine.tsx';
import styles from './FirstCall.module.css';
import type { CallStep } from './use-first-call.ts';

interface Props {
  operation: OperationData;
  step: CallStep;
  onRetry: () => void;
}

/** One call of the trail: what was asked, and all that came back. */
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
  const { answer, failure } = step.outcome;
  const requestId = answer && findHeader(answer, 'x-request-id');
  return (
    <li className={styles.step} data-phase={answer && answer.status < 400 ? 'done' : 'failed'}>
      <CallLine method={operation.method} path={step.path}>
        {answer && (
          <span className={styles.figures}>
            <StatusBadge status={answer.status} text />
            <span>{formatDuration(answer.milliseconds, currentLocale)}</span>
          </span>
        )}
      </CallLine>
      {failure && <FailureNotice failure={failure} onRetry={onRetry} />}
      {answer && (
        <>
          <AnswerHint answer={answer} />
          {answer.bytes.length > 0 && (
            <CodeView wrap code={prettyJson(decodeBody(answer))} language="json" className={styles.body} />
          )}
          <p className={styles.foot}>
            <Link to={`/reference/${operation.api.slug}/${operation.slug}`}>
              <Translate id="home.call.page" values={{ operation: operation.summary }}>
                {'{operation} na referência'}
              </Translate>
            </Link>
            {requestId && <code translate="no">{requestId}</code>}
          </p>
        </>
      )}
    </li>
  );
}
