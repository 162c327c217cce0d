import { translate } from '@docusaurus/Translate';
import { useMemo } from 'react';
import { isNamed, nameOfIssue } from '../../exchange/issue-place.ts';
import type { RefusalIssue } from '../../generated/platform/types.gen.ts';
import { CodeView } from '../../ui/CodeView.tsx';
import { LinkedText } from '../../ui/LinkedText.tsx';
import styles from './BodyView.module.css';
import { type BodyLine, markLines } from './body-lines.ts';

/** A body with what is wrong beside each line that it concerns. */
export function BodyView({ lines, issues }: { lines: BodyLine[]; issues: RefusalIssue[] }) {
  const marked = useMemo(() => markLines(lines, issues), [lines, issues]);
  const text = lines.map((line) => line.text).join('\n');
  if (marked.size === 0) return <CodeView linked bare wrap code={text} language="json" className={styles.plain} />;
  return (
    <ol
      className={styles.lines}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable with the keyboard
      tabIndex={0}
      aria-label={translate({ id: 'requests.body.marked', message: 'Corpo, com o que está errado em cada linha' })}
    >
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity besides their position
        <li key={index} data-wrong={marked.has(index)}>
          <code translate="no">
            <LinkedText>{line.text}</LinkedText>
          </code>
          {marked.get(index)?.map((issue) => (
            <span key={`${issue.pointer} ${issue.code}`} className={styles.issue}>
              {line.pointer !== issue.pointer && !isNamed(issue) && <b translate="no">{nameOfIssue(issue)}: </b>}
              <LinkedText>{issue.detail}</LinkedText>
            </span>
          ))}
        </li>
      ))}
    </ol>
  );
}
