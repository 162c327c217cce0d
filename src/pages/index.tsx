import Translate, { translate } from '@docusaurus/Translate';
import firstCall from '@generated/pages-data/default/first-call.json';
import Layout from '@theme/Layout';
import { useState } from 'react';
import { usePortal } from '../documents/use-portal.ts';
import { ApiList } from '../home/ApiList.tsx';
import { FirstCall } from '../home/FirstCall.tsx';
import styles from '../home/Home.module.css';
import { NextSteps } from '../home/NextSteps.tsx';
import { OperatorNote } from '../home/OperatorNote.tsx';
import { type FirstCallPhase, StartButton } from '../home/StartButton.tsx';
import { ButtonLink } from '../ui/Button.tsx';
import { useFeatures } from '../ui/use-features.ts';

/** The home page: an introduction, and a real first call with one click. */
export default function HomePage() {
  const { home } = usePortal();
  const features = useFeatures();
  const [run, setRun] = useState(0);
  const [phase, setPhase] = useState<FirstCallPhase>('idle');

  function start() {
    setRun(run + 1);
    setPhase('running');
  }

  return (
    <Layout
      description={
        features.sandbox
          ? translate({
              id: 'home.description',
              message:
                'Guias, referência e console de cada API, com um sandbox que guarda o que você cria. Sem cadastro.',
            })
          : translate({ id: 'home.description.plain', message: 'Guias e referência de cada API.' })
      }
    >
      <main className={styles.home}>
        <div className={styles.opening}>
          <div className={styles.words}>
            <h1>{home.title ?? <Title />}</h1>
            <p className={styles.lead}>{home.lead ?? <Lead />}</p>
            {firstCall ? (
              <StartButton phase={phase} onStart={start} />
            ) : (
              <ButtonLink variant="primary" size="large" to="/reference">
                <Translate id="home.toReference">Abrir a referência</Translate>
              </ButtonLink>
            )}
          </div>
          {firstCall && (
            <FirstCall
              data={firstCall}
              run={run}
              onEnd={(good) => setPhase(good ? 'done' : 'failed')}
              onRetry={start}
            />
          )}
        </div>
        <ApiList />
        <OperatorNote />
        <NextSteps />
      </main>
    </Layout>
  );
}

function Title() {
  const { name } = usePortal();
  const features = useFeatures();
  return features.sandbox ? <Translate id="home.title">APIs com um sandbox que se lembra</Translate> : name;
}

function Lead() {
  const features = useFeatures();
  return features.sandbox ? (
    <Translate id="home.lead">
      O que você cria em uma chamada está lá na seguinte. Guias, referência e console usam o mesmo sandbox, só seu.
    </Translate>
  ) : (
    <Translate id="home.lead.plain">Cada operação com os seus campos, exemplos e respostas.</Translate>
  );
}
