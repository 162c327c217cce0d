import { useEffect, useState } from 'react';
import { mediaTypeOf, type ReceivedResponse } from '../../exchange/received-response.ts';

/** An object URL for the body, revoked when the component unmounts. */
export function useObjectUrl(response: ReceivedResponse): string | undefined {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([response.bytes], { type: mediaTypeOf(response) }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [response]);
  return url;
}
