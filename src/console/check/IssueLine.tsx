import Link from '@docusaurus/Link';
import Translate, { translate } from '@docusaurus/Translate';
import { isNamed, nameOfIssue, placeOfIssue } from '../../exchange/issue-place.ts';
import { Button } from '../../ui/Button.tsx';
import { LinkedText } from '../../ui/LinkedText.tsx';
import type { Correction } from './corrections.ts';
import styles from './IssueLine.module.css';
import type { FieldIssue } from './issues.ts';
import { ruleText } from './rule-text.ts';

/** What can be done about what is wrong. */
export interface IssueActions {
  onGo: (issue: FieldIssue) => void;
  onMend: (issue: FieldIssue) => void;
}

interface Props extends IssueActions {
  issue: FieldIssue;
  /** Whether it stands at its field, which needs no name then. */
  isAtField?: boolean;
}

/** One thing that is wrong, with the way to its field and to its rule, and what mends it. */
export function IssueLine({ issue, isAtField = false, onGo, onMend }: Props) {
  const { broken, correction, isSaid } = issue;
  const detail = broken ? ruleText(broken) : issue.detail;
  const name = nameOfIssue(issue);
  return (
    <>
      {!isAtField && (
        <button
          type="button"
          className={styles.name}
          translate="no"
          title={translate({ id: 'console.issue.go', message: 'Ir para o campo' })}
          onClick={() => onGo(issue)}
        >
          {name}
        </button>
      )}
      <span className={isSaid ? styles.said : styles.doubt}>
        {/* The name stands before it. */}
        <LinkedText>{isNamed(issue) ? detail.replace(/^"[^"]*"\s*/, '') : detail}</LinkedText>
      </span>
      {correction && (
        <Button size="small" data-mend className={styles.mend} onClick={() => onMend(issue)}>
          {mendText(correction, issue.isMissing)}
        </Button>
      )}
      <Link
        className={styles.rule}
        to={`#${placeOfIssue(issue)}`}
        aria-label={translate({ id: 'console.issue.ruleOf', message: '{name} na referência' }, { name })}
      >
        <Translate id="console.issue.rule">Referência</Translate>
      </Link>
    </>
  );
}

const LONGEST = 28;

function mendText(correction: Correction, isMissing: boolean): string {
  if (correction.kind === 'remove') return translate({ id: 'console.issue.remove', message: 'Remover' });
  if (correction.kind === 'rename') {
    const { name } = correction;
    return translate({ id: 'console.issue.rename', message: 'Renomear para {name}' }, { name });
  }
  const value = typeof correction.value === 'string' ? correction.value : JSON.stringify(correction.value);
  if (value === '' || value.length > LONGEST)
    return translate({ id: 'console.issue.example', message: 'Preencher com o exemplo' });
  return isMissing
    ? translate({ id: 'console.issue.fill', message: 'Preencher com {value}' }, { value })
    : translate({ id: 'console.issue.use', message: 'Usar {value}' }, { value });
}
