import { NavbarSecondaryMenuFiller } from '@docusaurus/theme-common';
import DocSidebarItems from '@theme/DocSidebarItems';
import type { ComponentProps } from 'react';

interface Props {
  sidebar: ComponentProps<typeof DocSidebarItems>['items'];
  path: string;
}

function Items({ sidebar, path }: Props) {
  return (
    <ul className="theme-doc-sidebar-menu menu__list">
      <DocSidebarItems items={sidebar} activePath={path} level={1} />
    </ul>
  );
}

/** Passes the pages of this section to the menu (Navbar/Menu.tsx), which closes itself when the address changes. */
export default function DocSidebarMobile({ sidebar, path }: Props) {
  return <NavbarSecondaryMenuFiller component={Items} props={{ sidebar, path }} />;
}
