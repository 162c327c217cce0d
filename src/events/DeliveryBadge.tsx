import type { Delivery } from '../generated/platform/types.gen.ts';
import styles from './DeliveryBadge.module.css';
import { standingOf, standingText } from './delivery-texts.ts';

/** How a delivery stands, in a word. */
export function DeliveryBadge({ delivery }: { delivery: Delivery }) {
  const standing = standingOf(delivery);
  return (
    <span className={styles.badge} data-standing={standing}>
      {standingText(standing)}
    </span>
  );
}
