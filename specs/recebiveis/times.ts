import { zonedTime } from 'cais/dialect';

/** Times as the market writes them: `2019-01-22T13:37:00.000-03:00`. */
export const times = zonedTime('-03:00');
