import Translate, { translate } from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import type { ReactNode } from 'react';
import type { ExampleData } from '../documents/operation-data.ts';
import { limitTexts } from './constraints.ts';
import { EnumValues } from './EnumValues.tsx';
import styles from './FieldFacts.module.css';
import { type Fact, factsOf, isBrief } from './facts.ts';
import type { Rules } from './merge-schemas.ts';
import { NamedValues } from './NamedValues.tsx';
import { type Schemas, viewSchema } from './schema-view.ts';
import { asCode, Value } from './Value.tsx';
import { XmlFact } from './XmlFact.tsx';

interface Props {
  rules: Rules;
  schemas: Schemas;
  /** Examples given beside the schema. */
  example?: unknown;
  examples?: Record<string, ExampleData> | undefined;
  /** Whether the value is part of an XML body. */
  isXml?: boolean;
  /** Whether some of it is said beside the name (NameFacts). */
  isNamed?: boolean;
}

/** What is said of a value besides its texts and its parts: one line each. */
export function FieldFacts({ rules, schemas, example, examples, isXml = false, isNamed = false }: Props) {
  const hasOwn = example !== undefined || examples !== undefined;
  const facts = factsOf(rules).filter((fact) => (fact.kind !== 'examples' || !hasOwn) && !(isNamed && isBrief(fact)));
  const isEnum = facts.some(({ kind }) => kind === 'enum');
  const xml = isXml ? rules.schema.xml : undefined;
  const itemXml = isXml ? viewSchema(rules.schema.items, schemas).schema.xml : undefined;
  if (facts.length === 0 && !hasOwn && !xml && !itemXml) return null;
  return (
    <dl className={styles.facts}>
      {facts.map((fact) => (
        <div key={fact.kind}>
          <dt>{termOf(fact)}</dt>
          <Detail fact={fact} />
        </div>
      ))}
      {example !== undefined && !isEnum && !examples && (
        <div>
          <dt>{termOf({ kind: 'examples', values: [example] })}</dt>
          <Values values={[example]} />
        </div>
      )}
      {examples && <NamedValues examples={examples} />}
      {(xml || itemXml) && <XmlFact xml={xml ?? {}} itemName={itemXml?.name} />}
    </dl>
  );
}

function termOf(fact: Fact): string {
  switch (fact.kind) {
    case 'never':
      return translate({ id: 'reference.value', message: 'Valor' });
    case 'const':
      return translate({ id: 'reference.const', message: 'Sempre' });
    case 'enum':
      return translate({ id: 'reference.enum', message: 'Valores' });
    case 'default':
      return translate({ id: 'reference.default', message: 'Padrão' });
    case 'pattern':
      return translate({ id: 'reference.pattern', message: 'Regex' });
    case 'encoding':
      return translate({ id: 'reference.encoding', message: 'Codificação' });
    case 'mediaType':
      return translate({ id: 'reference.contentType', message: 'Conteúdo' });
    case 'requires':
      return translate({ id: 'reference.requires', message: 'Exige' });
    case 'others':
      return translate({ id: 'reference.otherFields', message: 'Outros campos' });
    case 'furtherItems':
      return translate({ id: 'reference.furtherItems', message: 'Outros itens' });
    case 'docs':
      return translate({ id: 'reference.seeAlso', message: 'Veja também' });
    case 'examples':
      return fact.values.length > 1
        ? translate({ id: 'reference.examples', message: 'Exemplos' })
        : translate({ id: 'reference.example', message: 'Exemplo' });
    case 'limits':
      return fact.schemas.some(({ minLength, maxLength }) => minLength !== undefined || maxLength !== undefined)
        ? translate({ id: 'reference.length', message: 'Tamanho' })
        : translate({ id: 'reference.limits', message: 'Limites' });
  }
}

function Detail({ fact }: { fact: Fact }): ReactNode {
  const { currentLocale } = useDocusaurusContext().i18n;
  switch (fact.kind) {
    case 'never':
      return (
        <dd>
          <Translate id="reference.never">não é aceito</Translate>
        </dd>
      );
    case 'enum':
      return <EnumValues values={fact.values} texts={fact.texts} />;
    case 'limits':
      return <dd>{limitTexts(fact.schemas, currentLocale)}</dd>;
    case 'others':
    case 'furtherItems':
      return (
        <dd>
          {fact.accepted ? (
            <Translate id="reference.accepted">são aceitos</Translate>
          ) : (
            <Translate id="reference.notAccepted">não são aceitos</Translate>
          )}
        </dd>
      );
    case 'docs':
      return (
        <dd>
          <a href={fact.url}>{fact.text}</a>
        </dd>
      );
    default:
      return <Values values={fact.values} />;
  }
}

function Values({ values }: { values: unknown[] }) {
  return (
    <dd translate="no">
      {values.map((value) => (
        <Value key={asCode(value)} value={value} />
      ))}
    </dd>
  );
}
