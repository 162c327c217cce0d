import Link from '@docusaurus/Link';
import Translate from '@docusaurus/Translate';
import { useFeatures } from '../ui/use-features.ts';
import { useGuides } from '../ui/use-guides.ts';
import styles from './Home.module.css';

/** Links shown after the first call. */
export function NextSteps() {
  const { has, start } = useGuides();
  const features = useFeatures();
  return (
    <section className={styles.section}>
      <h2>
        <Translate id="home.next">Próximos passos</Translate>
      </h2>
      <ul className={styles.next}>
        {has('quickstart') && (
          <li>
            <Link to="/guides/quickstart">
              <Translate id="home.next.quickstart">Primeiros passos</Translate>
            </Link>
            <p>
              <Translate id="home.next.quickstart.text">
                Da chave às primeiras chamadas, com curl ou na sua linguagem.
              </Translate>
            </p>
          </li>
        )}
        {start && !has('quickstart') && (
          <li>
            <Link to={start}>
              <Translate id="theme.guides">Guias</Translate>
            </Link>
            <p>
              <Translate id="home.next.guides.text">O que é bom saber antes de integrar, passo a passo.</Translate>
            </p>
          </li>
        )}
        <li>
          <Link to="/reference">
            <Translate id="home.next.reference">Referência</Translate>
          </Link>
          <p>
            {features.sandbox ? (
              <Translate id="home.next.reference.text">
                Cada operação com seus campos, exemplos e um console que já tem a sua chave.
              </Translate>
            ) : (
              <Translate id="home.lead.plain">Cada operação com os seus campos, exemplos e respostas.</Translate>
            )}
          </p>
        </li>
        {features.webhooks && (
          <li>
            <Link to="/webhooks">
              <Translate id="home.next.webhooks">Webhooks</Translate>
            </Link>
            <p>
              <Translate id="home.next.webhooks.text">
                Receba o primeiro sem ter um servidor e veja cada tentativa de entrega.
              </Translate>
            </p>
          </li>
        )}
        {features.requests && (
          <li>
            <Link to="/requests">
              <Translate id="home.next.requests">Requisições</Translate>
            </Link>
            <p>
              <Translate id="home.next.requests.text">
                Descubra por que uma chamada falhou, corrija e envie de novo.
              </Translate>
            </p>
          </li>
        )}
        {features.downloads && (
          <li>
            <Link to="/downloads">
              <Translate id="home.next.downloads">Downloads</Translate>
            </Link>
            <p>
              <Translate id="home.next.downloads.text">
                O documento OpenAPI e uma coleção do Postman pronta para rodar.
              </Translate>
            </p>
          </li>
        )}
      </ul>
    </section>
  );
}
