import type { Answer } from '../exchange/answer.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import styles from './AnswerPane.module.css';

/** All headers that the browser lets a page see. */
export function AnswerHeaders({ answer }: { answer: Answer }) {
  const text = answer.headers.map(([name, value]) => `${name}: ${value}`).join('\n');
  return (
    <div className={styles.headers}>
      <dl>
        {answer.headers.map(([name, value]) => (
          <div key={`${name}: ${value}`}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <CopyButton text={text} className={styles.copy} />
    </div>
  );
}
