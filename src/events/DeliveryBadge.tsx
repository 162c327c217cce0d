import type { Delivery } from '../generated/platform/types.gen.ts';
import styles from './DeliveryBadge.module.css';
import { stateOf, stateText } from './delivery-texts.ts';

/** A delivery's state, in one word. */
export function DeliveryBadge({ delivery }: { delivery: Delivery }) {
  const state = stateOf(delivery);
  return (
    <span className={styles.badge} data-state={state}>
      {stateText(state)}
    </span>
  );
}
