import { createContext } from 'react';

/** Whether the enclosing tab panel is selected. Hidden panels are in the HTML too, but with less content. */
export const Shown = createContext(true);
