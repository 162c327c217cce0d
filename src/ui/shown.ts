import { createContext } from 'react';

/** Whether one sees what stands here, as far as tabs decide: a panel that is not chosen is in the HTML, but takes less of it. */
export const Shown = createContext(true);
