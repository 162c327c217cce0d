import { listResponses } from '../list-responses.ts';
import type { StyleRule } from '../style-rule.ts';

const listed = ['200', '201', '204', '304', '400', '401', '403', '404', '405', '410', '415', '422', '429'];

/** A small set of statuses, each with one meaning in every API. */
export const listedStatuses: StyleRule = {
  name: 'listed-statuses',
  requirement: `Operations return only these statuses: ${listed.join(', ')}.`,
  check: (api) =>
    listResponses(api)
      .filter(({ status }) => !listed.includes(status))
      .map(({ operation, status }) => ({
        subject: status,
        pointer: `${operation.pointer}/responses/${status}`,
        message: `${operation.method.toUpperCase()} ${operation.path} returns ${status}, which is not among the listed statuses.`,
        remedy: `Return one of ${listed.join(', ')}.`,
      })),
};
