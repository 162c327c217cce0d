import type { Plugin } from '@docusaurus/types';

/**
 * Until React listens, a click on a button is lost: this remembers the last one and repeats it after hydration. A click between
 * the two is React's own, which repeats it by itself.
 */
const script = `(() => {
  const root = document.documentElement;
  let button;
  const listens = () =>
    Object.keys(document.getElementById('__docusaurus') ?? {}).some((key) => key.startsWith('_reactListening'));
  const remember = ({ target }) => (button = listens() ? null : target.closest('button'));
  addEventListener('click', remember, true);
  new MutationObserver((changes, observer) => {
    if (root.dataset.hasHydrated !== 'true') return;
    observer.disconnect();
    removeEventListener('click', remember, true);
    button?.click();
  }).observe(root, { attributeFilter: ['data-has-hydrated'] });
})()`;

/** Puts a small inline script into the head of every page, before all others. */
export default function earlyClicks(): Plugin {
  return {
    name: 'early-clicks',
    injectHtmlTags: () => ({
      headTags: [{ tagName: 'script', innerHTML: script.replaceAll(/\n\s*/g, ' ') }],
    }),
  };
}
