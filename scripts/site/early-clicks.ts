import type { Plugin } from '@docusaurus/types';

/** Until React listens, a click on a button is lost. This remembers the last one and repeats it. */
const script = `(() => {
  const root = document.documentElement;
  let button;
  const remember = ({ target }) => (button = target.closest('button'));
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
