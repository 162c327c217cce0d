import { prettyJson } from './received-response.ts';

/** An item as it is read: JSON is indented, also where it is the data of an event. */
export function prettyItem(item: string): string {
  const lines = item.split(/\r\n|\n|\r/);
  const isData = (line: string) => /^data(:|$)/.test(line);
  const data = lines.filter(isData).map((line) => line.replace(/^data:? ?/, ''));
  if (data.length === 0) return prettyJson(item);
  const pretty = prettyJson(data.join('\n'));
  return pretty === data.join('\n') ? item : [...lines.filter((line) => !isData(line)), `data: ${pretty}`].join('\n');
}
