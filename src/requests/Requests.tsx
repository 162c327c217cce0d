import { useEffect, useRef } from 'react';
import { PlatformProvider } from '../client/PlatformProvider.tsx';
import { usePageQuery } from '../ui/use-page-query.ts';
import { RequestEntry } from './entry/RequestEntry.tsx';
import { RequestLog } from './log/RequestLog.tsx';

/** The log of this browser's workspace, or the call whose id is in the address. */
export function Requests() {
  return (
    <PlatformProvider>
      <RequestViews />
    </PlatformProvider>
  );
}

function RequestViews() {
  const { search } = usePageQuery();
  const id = new URLSearchParams(search).get('id') || undefined;
  const place = useRef(0);

  // The reader comes back to the row that they opened, and sees an entry from its beginning.
  useEffect(() => {
    if (id === undefined) {
      if (place.current > 0) window.scrollTo({ top: place.current, behavior: 'instant' });
      return;
    }
    window.scrollTo({ top: 0, behavior: 'instant' });
  }, [id]);

  if (id !== undefined) return <RequestEntry key={id} id={id} />;
  return (
    <RequestLog
      onOpen={() => {
        place.current = window.scrollY;
      }}
    />
  );
}
