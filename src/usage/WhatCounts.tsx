import Translate from '@docusaurus/Translate';
import { GuideLink } from '../ui/GuideLink.tsx';
import { Section } from '../ui/Section.tsx';
import styles from './WhatCounts.module.css';

/** What the figures of the page count, and what they do not. */
export function WhatCounts() {
  return (
    <Section id="what-counts" title={<Translate id="usage.counts">O que é contado</Translate>}>
      <ul className={styles.list}>
        <li>
          <Translate id="usage.counts.calls">
            Toda requisição com uma credencial deste espaço conta uma vez, venha do console, do terminal ou de um
            programa; também as recusadas, e cada repetição. Sem API escolhida, só as dos sandboxes: as páginas do
            portal chamam a API da plataforma.
          </Translate>
        </li>
        <li>
          <Translate id="usage.counts.errors">
            4xx são respostas de 400 a 499 menos 429, que é contada à parte; 5xx inclui conexões cortadas de propósito.
            A taxa de erro é a soma das três dividida pelas chamadas. Sem chamadas não há taxa nem tempo.
          </Translate>
        </li>
        <li>
          <Translate id="usage.counts.times">
            O tempo vai da chegada da requisição ao envio da resposta, sem a rede: metade das chamadas levou até p50,
            95% até p95, 99% até p99, com precisão de 5%. Enviado e recebido são os bytes dos corpos.
          </Translate>
        </li>
        <li>
          <Translate id="usage.counts.before">
            “Antes” é o período de mesma duração, logo antes deste. O horário é o real, não o do relógio do espaço.
            Consultar estas páginas não conta.
          </Translate>{' '}
          <GuideLink to="usage">
            <Translate id="usage.counts.guide">Guia: leia o uso</Translate>
          </GuideLink>
        </li>
      </ul>
    </Section>
  );
}
