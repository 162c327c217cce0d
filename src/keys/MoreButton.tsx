import Translate from '@docusaurus/Translate';
import { Button } from '../ui/Button.tsx';

interface Props {
  read: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
}

/** Loads the next page of a list, if there is one. */
export function MoreButton({ read }: Props) {
  if (!read.hasNextPage) return null;
  return (
    <div>
      <Button disabled={read.isFetchingNextPage} onClick={() => void read.fetchNextPage()}>
        <Translate id="keys.more">Mostrar mais</Translate>
      </Button>
    </div>
  );
}
