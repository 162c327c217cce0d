import Link from '@docusaurus/Link';
import Translate from '@docusaurus/Translate';
import { MethodBadge } from '../ui/MethodBadge.tsx';
import { PlanFacts } from './PlanFacts.tsx';
import styles from './SandboxPlan.module.css';
import type { OperationPlanData, SandboxPlanData } from './sandbox-plan-data.ts';

interface Props {
  api: SandboxPlanData['api'];
  operation: OperationPlanData;
}

/** How the sandbox interpreted one operation, why, and what a profile still has to specify. */
export function OperationPlan({ api, operation }: Props) {
  const { slug, method, path, summary, facts, why, hints } = operation;
  return (
    <div id={slug} className={styles.part}>
      <h3>
        <Link to={`/reference/${api.slug}/${slug}`} className={styles.operation}>
          <MethodBadge method={method} />
          <code translate="no">{path}</code>
          <span lang={api.lang}>{summary}</span>
        </Link>
      </h3>
      <PlanFacts facts={facts}>
        <div>
          <dt>
            <Translate id="explain.why">por quê</Translate>
          </dt>
          <dd>{why.join('; ')}</dd>
        </div>
      </PlanFacts>
      {hints.map((hint) => (
        <p key={hint} className={styles.hint}>
          {withCode(hint)}
        </p>
      ))}
    </div>
  );
}

/** Renders a text with code between backticks. */
function withCode(text: string) {
  return text.split('`').map((part, index) =>
    index % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the same word may come twice
      <code key={index} translate="no">
        {part}
      </code>
    ) : (
      part
    ),
  );
}
