import { NavbarSecondaryMenuFiller } from '@docusaurus/theme-common';
import type { Props } from '@theme/DocSidebar/Mobile';
import { FilteredItems } from '../FilteredItems.tsx';

/** Passes the pages of this section to the menu (Navbar/Menu.tsx), which closes itself when the address changes. */
export default function DocSidebarMobile({ sidebar, path }: Props) {
  return <NavbarSecondaryMenuFiller component={FilteredItems} props={{ sidebar, path }} />;
}
