/** The portal announces nothing above its pages; this keeps the stock bar out of every page's weight. */
export default function AnnouncementBar() {
  return null;
}
