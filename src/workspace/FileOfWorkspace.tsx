import Translate from '@docusaurus/Translate';
import { useState } from 'react';
import { PlatformProblem } from '../client/PlatformProblem.tsx';
import type { ImportReport, WorkspaceFile } from '../generated/platform/types.gen.ts';
import { Button } from '../ui/Button.tsx';
import { ConfirmButton } from '../ui/ConfirmButton.tsx';
import { Input } from '../ui/Control.tsx';
import { Field, FieldRow } from '../ui/Field.tsx';
import { Notice } from '../ui/Notice.tsx';
import { PageLink } from '../ui/PageLink.tsx';
import { Part } from '../ui/Part.tsx';
import { useFeatures } from '../ui/use-features.ts';
import { useWorkspaceFile } from './use-workspace-file.ts';
import styles from './Workspace.module.css';

/** Exports the workspace as a file, and imports one in its place. */
export function FileOfWorkspace({ mayWrite }: { mayWrite: boolean }) {
  const { save, restore } = useWorkspaceFile();
  const features = useFeatures();
  const [chosen, setChosen] = useState<File>();
  const [isUnreadable, setUnreadable] = useState(false);
  const busy = save.isPending || restore.isPending;
  const error = save.error ?? restore.error;

  async function importChosen() {
    save.reset();
    setUnreadable(false);
    try {
      const file: WorkspaceFile = JSON.parse((await chosen?.text()) ?? '');
      restore.mutate(file);
    } catch {
      setUnreadable(true);
    }
  }

  return (
    <Part title={<Translate id="workspace.file">Exportar e importar</Translate>} isBusy={busy}>
      <p>
        {features.webhooks ? (
          <Translate id="workspace.file.text">
            Um arquivo com os registros, os endpoints de webhook, as caixas de entrada e o relógio, para guardar ou para
            continuar em outro espaço. Chaves, segredos e pessoas ficam de fora.
          </Translate>
        ) : (
          <Translate id="workspace.file.text.plain">
            Um arquivo com os registros e o relógio, para guardar ou para continuar em outro espaço. Chaves e pessoas
            ficam de fora.
          </Translate>
        )}
      </p>
      <div className={styles.controls}>
        <Button
          disabled={busy}
          onClick={() => {
            restore.reset();
            save.mutate();
          }}
        >
          <Translate id="workspace.export">Exportar o espaço</Translate>
        </Button>
        {mayWrite && (
          <FieldRow>
            <Field label={<Translate id="workspace.import.file">Arquivo a importar</Translate>}>
              {(control) => (
                <Input
                  {...control}
                  type="file"
                  accept="application/json,.json"
                  onChange={({ target }) => setChosen(target.files?.[0])}
                />
              )}
            </Field>
            <ConfirmButton
              disabled={busy || !chosen}
              label={<Translate id="workspace.import">Importar…</Translate>}
              question={<Translate id="workspace.import.question">Trocar tudo o que há neste espaço?</Translate>}
              consequence={
                features.webhooks ? (
                  <Translate id="workspace.import.consequence">
                    Os registros, os endpoints, as caixas de entrada e o relógio passam a ser os do arquivo; os eventos
                    e as entregas são apagados. As chaves e os membros não mudam.
                  </Translate>
                ) : (
                  <Translate id="workspace.import.consequence.plain">
                    Os registros e o relógio passam a ser os do arquivo. As chaves não mudam.
                  </Translate>
                )
              }
              action={<Translate id="workspace.import.action">Trocar pelos do arquivo</Translate>}
              onConfirm={importChosen}
            />
          </FieldRow>
        )}
      </div>
      <div role="status">
        {save.isSuccess && (
          <p className={styles.said}>
            <Translate id="workspace.exported">O arquivo foi baixado.</Translate>
          </p>
        )}
        {restore.data && <Report report={restore.data} />}
      </div>
      {isUnreadable && (
        <Notice kind="bad" role="alert">
          <p>
            <Translate id="workspace.import.unreadable">
              Este arquivo não é um JSON. Escolha um arquivo como foi exportado.
            </Translate>
          </p>
        </Notice>
      )}
      {error && <PlatformProblem error={error} />}
    </Part>
  );
}

function Report({ report: { apis, webhook_endpoints = [], left_out } }: { report: ImportReport }) {
  const records = apis.reduce((sum, api) => sum + api.records, 0);
  return (
    <>
      <p className={styles.said}>
        <Translate id="workspace.imported" values={{ records, apis: apis.length }}>
          {'O arquivo foi importado: {records} registros de {apis} APIs.'}
        </Translate>
      </p>
      {webhook_endpoints.length > 0 && (
        <p>
          <Translate
            id="workspace.imported.endpoints"
            values={{
              webhooks: (
                <PageLink to="/webhooks" inSentence>
                  <Translate id="workspace.imported.webhooks">página de webhooks</Translate>
                </PageLink>
              ),
            }}
          >
            {'Cada endpoint tem um segredo novo. Para vê-lo, troque-o na {webhooks}.'}
          </Translate>
        </p>
      )}
      {left_out.length > 0 && (
        <p>
          <Translate id="workspace.imported.without">
            Ficou de fora, porque este portal não tem ou não alcança:
          </Translate>{' '}
          <span translate="no">{[...new Set(left_out.map(({ name }) => name))].join(', ')}</span>
        </p>
      )}
    </>
  );
}
