import { RequestLink } from './RequestLink.tsx';

const requestId = /\b(req_[0-9a-f]{32})\b/;

/** A text of this workspace's calls, in which each id of a request leads to its entry in the log. Ids in examples lead nowhere. */
export function LinkedText({ children }: { children: string }) {
  const parts = children.split(requestId);
  if (parts.length === 1) return children;
  return parts.map((part, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no identity besides their position
    index % 2 === 1 ? <RequestLink key={index} id={part} /> : part,
  );
}
