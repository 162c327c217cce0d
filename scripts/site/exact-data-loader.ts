import { keepLongIntegers, mayHaveLongIntegers } from '../../wire/exact-json.ts';

/** The data of a page as a module: as JSON, the bundler would round integers of more than 53 bits. */
export default function exactDataLoader(source: string): string {
  const reviver = mayHaveLongIntegers(source) ? `, ${keepLongIntegers}` : '';
  return `export default JSON.parse(${JSON.stringify(source)}${reviver});\n`;
}
