import { translate } from '@docusaurus/Translate';
import type { FieldFault } from './build-request.ts';

/** Explains what is wrong with a field and how to fix it. */
export function faultText(fault: FieldFault): string {
  if (fault === 'path-value-missing') {
    return translate({ id: 'console.fault.path', message: 'Preencha este valor: ele faz parte do endereço.' });
  }
  if (fault === 'header-characters') {
    return translate({
      id: 'console.fault.header',
      message: 'O navegador não envia cabeçalhos com quebras de linha ou caracteres fora do Latin-1.',
    });
  }
  if (fault === 'form-invalid') {
    return translate({
      id: 'console.fault.form',
      message: 'Escreva um objeto JSON: cada propriedade vira um campo do formulário.',
    });
  }
  if (fault === 'masked') {
    return translate({ id: 'console.fault.masked', message: 'O registro não guarda segredos: preencha de novo.' });
  }
  if (fault === 'file-missing') return translate({ id: 'console.fault.file', message: 'Escolha um arquivo.' });
  return translate({ id: 'console.fault.json', message: 'JSON inválido.' });
}
