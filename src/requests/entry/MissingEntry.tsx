import Translate from '@docusaurus/Translate';
import { ButtonLink } from '../../ui/Button.tsx';
import styles from './RequestEntry.module.css';

/** What stands in the place of a call that this workspace does not have. */
export function MissingEntry({ id }: { id: string }) {
  return (
    <section className={styles.missing} aria-labelledby="missing-entry">
      <h2 id="missing-entry">
        <Translate id="requests.missing">Esta requisição não está no registro do seu espaço</Translate>
      </h2>
      <code translate="no">{id}</code>
      <ul>
        <li>
          <Translate id="requests.missing.other">
            Talvez ela seja de outro espaço: só os membros dele podem abri-la. Se você é membro, entre na sua conta e
            escolha esse espaço.
          </Translate>
        </li>
        <li>
          <Translate id="requests.missing.nobody">
            Requisições sem uma chave conhecida não são de nenhum espaço e não ficam guardadas.
          </Translate>
        </li>
        <li>
          <Translate id="requests.missing.old">As mais antigas são apagadas depois de algumas semanas.</Translate>
        </li>
      </ul>
      <ButtonLink to="/requests">
        <Translate id="requests.missing.all">Ver as requisições do meu espaço</Translate>
      </ButtonLink>
    </section>
  );
}
