import { tooManyRequests } from '../../answers/refusal.ts';
import { networkOf } from '../../identity/network-of.ts';

const secondsToWait = 5;

/**
 * Limits how many of something a server does at once, for one network and for all. `enter` refuses (429) more, else returns what ends
 * it; the owner is the server's context, which may have room for fewer.
 */
export function limitAtOnce(most: { ofNetwork: number; ofAll: number }) {
  const underWay = new WeakMap<object, string[]>();
  return function enter(owner: object, address: string, room = most.ofAll): () => void {
    const network = networkOf(address);
    const others = underWay.get(owner) ?? [];
    const isFull =
      others.length >= Math.min(room, most.ofAll) ||
      others.filter((other) => other === network).length >= most.ofNetwork;
    if (isFull) throw tooManyRequests(secondsToWait);
    underWay.set(owner, others);
    others.push(network);
    let hasLeft = false;
    return () => {
      if (!hasLeft) others.splice(others.indexOf(network), 1);
      hasLeft = true;
    };
  };
}
