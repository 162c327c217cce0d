import { useState } from 'react';
import { browserStorage } from '../ui/browser-storage.ts';

/** How a body is written. */
export type BodyView = 'json' | 'form';

const NAME = 'cais.body';

/** How this reader writes bodies. */
export function useBodyView(): [BodyView, (view: BodyView) => void] {
  const [view, setView] = useState<BodyView>(() => (browserStorage().getItem(NAME) === 'form' ? 'form' : 'json'));
  return [
    view,
    (next) => {
      browserStorage().setItem(NAME, next);
      setView(next);
    },
  ];
}
