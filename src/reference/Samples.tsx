import Translate, { translate } from '@docusaurus/Translate';
import { CodeView } from '@site/src/ui/CodeView.tsx';
import { Tabs } from '@site/src/ui/Tabs.tsx';
import type { OperationData } from '../documents/operation-data.ts';
import { fillSample, sampleFor, useSampleValues } from '../exchange/sample-code.ts';
import { GuideLink } from '../ui/GuideLink.tsx';
import styles from './Samples.module.css';
import { useSampleLanguage } from './use-sample-language.ts';

/** The sample request in several languages, ready to run with this browser's key. */
export function Samples({ operation }: { operation: OperationData }) {
  const values = useSampleValues(operation.api);
  const [language, chooseLanguage] = useSampleLanguage();
  const isKeyed = operation.samples.some((sample) => /\{\{(key|basic)\b/.test(sampleFor(sample, values.isOwn)));
  const items = operation.samples.map((sample) => ({
    id: sample.id,
    label: sample.label,
    content: (
      <CodeView
        bare
        code={fillSample(sampleFor(sample, values.isOwn), values)}
        language={sample.language}
        className={styles.code}
      />
    ),
  }));
  return (
    <section
      className={styles.panel}
      aria-label={translate({ id: 'reference.samples', message: 'Exemplos de chamada' })}
    >
      <Tabs
        label={translate({ id: 'reference.sampleLanguages', message: 'Linguagens' })}
        items={items}
        selected={language}
        onSelect={chooseLanguage}
        className={styles.tabs}
      />
      {!values.hasKey && isKeyed && !values.isOwn && (
        <p className={styles.hint}>
          <Translate id="reference.keyHint.own" values={{ key: <code>{values.key}</code> }}>
            {'Troque {key} pela sua chave.'}
          </Translate>
        </p>
      )}
      {!values.hasKey && isKeyed && values.isOwn && (
        <p className={styles.hint}>
          <Translate
            id="reference.keyHint"
            values={{
              key: <code>{values.key}</code>,
              guide: (
                <GuideLink to="authentication" inSentence>
                  <Translate id="reference.keyGuide">chave de teste</Translate>
                </GuideLink>
              ),
            }}
          >
            {'Troque {key} por uma {guide}.'}
          </Translate>
        </p>
      )}
    </section>
  );
}
