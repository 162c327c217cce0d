import Translate, { translate } from '@docusaurus/Translate';
import { useId } from 'react';
import type { ChosenServer } from '../exchange/use-api-server.ts';
import { Select } from '../ui/Control.tsx';
import { Notice } from '../ui/Notice.tsx';
import { FormPart } from './FormPart.tsx';

/** Lets the reader choose where the call goes, and warns where that is not the sandbox. */
export function ServerChoice({ servers, server, address, choose }: ChosenServer) {
  const id = useId();
  if (servers.length < 2 && server?.isOwn) return null;
  return (
    <FormPart htmlFor={id} title={<Translate id="console.server">Servidor</Translate>}>
      <Select id={id} value={server?.url} onChange={({ target }) => choose(target.value)}>
        {servers.map(({ name, url, isOwn }) => (
          <option key={url} value={url}>
            {isOwn
              ? translate({ id: 'console.server.sandbox', message: 'Sandbox deste portal' })
              : name === url
                ? url
                : `${name} · ${url}`}
          </option>
        ))}
      </Select>
      {!server?.isOwn && (
        <Notice kind="warn">
          <p>
            <Translate id="console.server.real" values={{ origin: <code translate="no">{originOf(address)}</code> }}>
              {'A chamada sai deste portal e vai direto a {origin}. O que ela muda lá, muda de verdade.'}
            </Translate>
          </p>
        </Notice>
      )}
    </FormPart>
  );
}

function originOf(address: string): string {
  return URL.canParse(address) ? new URL(address).origin : address;
}
