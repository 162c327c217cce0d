import { GuideBlock } from '@site/src/guides/GuideBlock.tsx';
import { CodeView } from '@site/src/ui/CodeView.tsx';
import { useOrigin } from '@site/src/ui/use-origin.ts';
import { Children, isValidElement, type ReactNode } from 'react';
import styles from './styles.module.css';

interface Props {
  children?: ReactNode;
  className?: string;
  language?: string;
  title?: ReactNode;
  metastring?: string;
}

/** The origin in the guides' source, which is replaced with the portal's real one. */
const writtenOrigin = 'http://localhost:3000';

/** A fenced code block of a guide. */
export default function CodeBlock({ children, className = '', language, title, metastring = '' }: Props) {
  const inClass = className.match(/language-(\S+)/)?.[1];
  const inFence = metastring.match(/title="([^"]*)"/)?.[1];
  const code = textOf(children).replace(/\n$/, '').replaceAll(writtenOrigin, useOrigin());
  const given = { code, language: language ?? inClass ?? '', title: title ?? inFence };
  if (given.language === 'bash') {
    const marks = metastring.replace(/"[^"]*"/g, '');
    return (
      <div className={styles.block}>
        <GuideBlock {...given} marks={marks} />
      </div>
    );
  }
  return (
    <div className={styles.block}>
      <CodeView {...given} />
    </div>
  );
}

function textOf(children: ReactNode): string {
  return Children.toArray(children)
    .map((child) => (isValidElement<{ children?: ReactNode }>(child) ? textOf(child.props.children) : String(child)))
    .join('');
}
