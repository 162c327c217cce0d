/** The portal has no announcements; this removes the stock bar from every page's bundle. */
export default function AnnouncementBar() {
  return null;
}
