import { watch } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { root } from '../run-child.mjs';

const folders = ['bench', 'docs', 'e2e', 'i18n', 'scripts', 'server', 'specs', 'src', 'static', 'wire'];

/** Documents and configuration files in the root. */
const rootFile = /^(\.browserslistrc|[^.].*\.(json|md|ts|yaml))$/;

/** The steps themselves write these. */
const generated = /(^|[\\/])generated([\\/]|$)/;

/** Time for an editor to finish saving, in milliseconds. */
const saving = 200;

/** Watches the project from now on. The returned function waits for a change since its last call, or since the start. */
export function watchProject(): () => Promise<void> {
  let change = Promise.withResolvers<void>();
  for (const folder of folders)
    watch(join(root, folder), { recursive: true }, (_, name) => {
      if (!generated.test(name ?? '')) change.resolve();
    });
  watch(root, (_, name) => {
    if (rootFile.test(name ?? '')) change.resolve();
  });
  return async () => {
    await change.promise;
    await setTimeout(saving);
    change = Promise.withResolvers();
  };
}
