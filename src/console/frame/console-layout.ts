import { tabStorage } from '../../ui/browser-storage.ts';

/** Beside the page; before it, in two columns; or before it with nothing but the answer. */
export type ConsoleLayout = 'docked' | 'wide' | 'answer';

const NAME = 'cais.console';

/** How the console was open last in this tab, so that the next call is seen in the same way. */
export function readLayout(): ConsoleLayout {
  return tabStorage().getItem(NAME) === 'wide' ? 'wide' : 'docked';
}

export function storeLayout(layout: ConsoleLayout): void {
  tabStorage().setItem(NAME, layout === 'docked' ? 'docked' : 'wide');
}
