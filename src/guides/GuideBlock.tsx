import Translate, { translate } from '@docusaurus/Translate';
import { type ReactNode, useContext, useEffect, useRef } from 'react';
import { useCurrentKey } from '../client/current-key.ts';
import { maskKey } from '../exchange/credentials.ts';
import { CodeView } from '../ui/CodeView.tsx';
import styles from './GuideBlock.module.css';
import { GuideContext } from './guide-program.ts';
import { RunBar } from './RunBar.tsx';
import { withKey } from './with-key.ts';

interface Props {
  code: string;
  language: string;
  title?: ReactNode;
  /** What the build has found out about the commands (scripts/site/mark-runnable.ts). */
  marks: string;
}

/** Commands of a guide: with the reader's key in them, and with a button that runs them here. */
export function GuideBlock({ code, language, title, marks }: Props) {
  const program = useContext(GuideContext);
  const key = useCurrentKey();
  const block = useRef<HTMLDivElement>(null);
  const has = (mark: string) => marks.split(' ').includes(mark);
  const runs = has('runs');
  const opens = has('opens');
  const isCompiled = runs || opens || has('sets');

  useEffect(() => {
    return isCompiled && block.current ? program?.add(block.current, `${code}\n`) : undefined;
  }, [program, code, isCompiled]);

  const comment = translate({ id: 'guide.opened', message: 'O seu espaço já está aberto neste navegador.' });
  const shown = key && withKey(code, maskKey(key.secret), comment);
  return (
    <div ref={block} className={styles.block}>
      <CodeView
        bare
        code={shown ?? code}
        copyText={key && withKey(code, key.secret, comment)}
        language={language}
        title={title}
      />
      {program && (runs || opens) && (
        <RunBar program={program} block={block} runs={runs} erases={has('erases')}>
          {opens && key && (
            <span className={styles.note}>
              {shown ? <Translate id="guide.yourKey">O seu espaço está aberto; a chave é a dele.</Translate> : comment}
            </span>
          )}
        </RunBar>
      )}
    </div>
  );
}
