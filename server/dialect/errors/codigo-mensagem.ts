import { type ErrorFormat, errorPage } from './error-format.ts';
import { describeIssue } from './field-messages.ts';

/** `{"codigo", "mensagem", "campos": [{campo, codigo, mensagem}], "ajuda"}`: in Portuguese unless the caller prefers English. */
export const codigoMensagem: ErrorFormat = (refusal, { publicUrl, language }) => ({
  mediaType: 'application/json',
  body: {
    codigo: refusal.code,
    mensagem: refusal.detail[language],
    campos: refusal.issues.map((issue) => {
      const { code, text } = describeIssue(issue);
      return { campo: issue.field, codigo: code, mensagem: text[language] };
    }),
    ajuda: errorPage(publicUrl, refusal.code, language),
  },
});
