import { translate } from '@docusaurus/Translate';
import type { RuleFault } from './check-value.ts';

const MOST_VALUES = 8;

/** What a rule of the document asks for, in a sentence. */
export function ruleText({ rule, limit }: Pick<RuleFault, 'rule' | 'limit'>): string {
  const shown = [limit].flat().map(String);
  const values = {
    limit: shown.slice(0, MOST_VALUES).join(', ') + (shown.length > MOST_VALUES ? ', …' : ''),
  };
  switch (rule) {
    case 'type':
      return translate({ id: 'console.rule.type', message: 'O tipo deve ser {limit}.' }, values);
    case 'enum':
      return translate({ id: 'console.rule.enum', message: 'Valores permitidos: {limit}.' }, values);
    case 'required':
      return translate({ id: 'console.rule.required', message: 'Falta este campo obrigatório.' });
    case 'unknown':
      return translate({ id: 'console.rule.unknown', message: 'O documento não tem este campo.' });
    case 'minimum':
      return translate({ id: 'console.rule.minimum', message: 'O mínimo é {limit}.' }, values);
    case 'maximum':
      return translate({ id: 'console.rule.maximum', message: 'O máximo é {limit}.' }, values);
    case 'multipleOf':
      return translate({ id: 'console.rule.multiple', message: 'Deve ser múltiplo de {limit}.' }, values);
    case 'minLength':
      return translate({ id: 'console.rule.short', message: 'Mínimo de caracteres: {limit}.' }, values);
    case 'maxLength':
      return translate({ id: 'console.rule.long', message: 'Máximo de caracteres: {limit}.' }, values);
    case 'minItems':
      return translate({ id: 'console.rule.few', message: 'Mínimo de itens: {limit}.' }, values);
    case 'maxItems':
      return translate({ id: 'console.rule.many', message: 'Máximo de itens: {limit}.' }, values);
    case 'pattern':
      return translate({ id: 'console.rule.pattern', message: 'Deve seguir o padrão {limit}.' }, values);
    case 'format':
      return translate({ id: 'console.rule.format', message: 'O formato deve ser {limit}.' }, values);
  }
}
