import { exampleCall } from '../example-address.ts';
import { code } from '../markdown.ts';
import { isSuccess, showCall } from '../show-call.ts';
import { plansOf, type Section, say, type Works } from '../works.ts';

/** The links of a record, where the API shows any. */
export async function hypermedia(works: Works): Promise<Section | undefined> {
  const property = works.api.profile.links?.property;
  if (property === undefined) return undefined;
  const withActions = (store = '') => Number(works.api.profile.resources?.[store]?.actions !== undefined);
  const likely = plansOf(works.api, 'read').sort(
    (a, b) => withActions(b.resource?.store) - withActions(a.resource?.store),
  );
  for (const plan of likely.slice(0, 5)) {
    const hasLinks = ({ json }: { json?: Record<string, unknown> }) => json?.[property] !== undefined;
    const shown = await showCall(
      works,
      exampleCall(works.api, plan.operation),
      (answer) => isSuccess(answer) && hasLinks(answer),
      {
        items: 6,
        only: [plan.resource?.idKey ?? '', property],
      },
    );
    if (shown)
      return {
        id: 'links',
        title: say(works, 'links'),
        parts: [say(works, 'linked', { property: code(property) }), ...shown.parts],
      };
  }
  return undefined;
}
