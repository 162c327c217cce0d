import { bodyIssue, type Issue, invalidFields, type OperationCall, type OperationHandler } from 'cais/dialect';

interface NewEmail {
  para: string[];
  assunto: string;
  mensagem: string;
  anexos?: number[];
}

/** "Sends" an e-mail: a sandbox contacts no one, so it is stored in the outbox, and its attachments count as sent. */
export const enviarEmail: OperationHandler = async (call) => {
  const { para, assunto, mensagem, anexos = [] } = call.body as NewEmail;
  await refuseUnknown(call, anexos);
  const enviado_em = call.now.toISOString();
  for (const id of anexos)
    await call.store('anexos').change(String(id), (anexo) => ({ ...anexo, enviado: true, enviado_em }));
  const email = await call.store('emails').add({ para, assunto, mensagem, anexos, enviado_em });
  return call.created('emails', email);
};

async function refuseUnknown(call: OperationCall, anexos: number[]): Promise<void> {
  const issues: Issue[] = [];
  for (const [index, id] of anexos.entries()) {
    if (await call.store('anexos').find(String(id))) continue;
    issues.push(bodyIssue(`anexos/${index}`, 'reference', { store: 'anexos' }));
  }
  if (issues.length > 0) throw invalidFields(issues);
}
