import { existsSync } from 'node:fs';
import type { Texts } from '../../answers/texts.ts';
import type { Extent } from '../faults.ts';
import type { ApiFault } from './fault-book.ts';
import { brokenStages, remedyOf, type Stage } from './stages.ts';

/** A fault as it is shown in a browser or to a program: without what it would tell of the machine. */
export interface ShownFault {
  api: string;
  stage: Stage;
  left_out: Extent;
  operation?: string;
  /** Below the folder of the API: `notas/openapi.yaml`. */
  file: string;
  line: number;
  message: string;
  remedy: string;
}

/** To strangers, neither what was thrown nor what a document says is repeated: it may have any secret in it. */
export function showFault(fault: ApiFault, language: keyof Texts, reader: 'operator' | 'stranger'): ShownFault {
  const { api, stage, leftOut, operation, file, line } = fault;
  const isTold = reader === 'operator';
  const message = isTold ? withoutSecrets(fault.message[language]) : `${brokenStages[stage][language]}.`;
  const remedy = isTold ? withoutSecrets(fault.remedy[language]) : remedyOf(stage)[language];
  return {
    api,
    stage,
    left_out: leftOut,
    ...(operation !== undefined && { operation }),
    file: fileOf(api, file),
    line,
    message,
    remedy,
  };
}

function fileOf(api: string, file: string): string {
  const segments = file.split('/');
  const start = segments.lastIndexOf(api, -2);
  return start === -1 ? `${api}/${segments.at(-1)}` : segments.slice(start).join('/');
}

/** What a profile throws may quote anything: the usual secrets are hidden, in case somebody copies the text elsewhere. */
function withoutSecrets(text: string): string {
  return text
    .replaceAll(/\b([a-z][a-z0-9+.-]*:\/\/)[^\s/@"']+@/gi, '$1…@')
    .replaceAll(/\b(sk|pk|whsec)_(\w+_)?\w{8,}/g, '$1_…')
    .replaceAll(/(?:file:\/\/)?((?:\/[^\s/"'`,:;()]+){2,})/g, (found, path: string) =>
      existsSync(`/${path.split('/')[1]}`) ? `…/${path.split('/').at(-1)}` : found,
    );
}
