'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { cx } from '../../_lib/cx.ts';
import { LeadsIcon, PlusIcon, SettingsIcon, TodayIcon } from '../ui/icons.tsx';
import styles from './tab-bar.module.css';

const tabs = [
  { href: '/', name: 'Today', Icon: TodayIcon },
  { href: '/leads', name: 'Leads', Icon: LeadsIcon },
  { href: '/leads/new', name: 'New lead', Icon: PlusIcon },
  { href: '/settings', name: 'Settings', Icon: SettingsIcon },
];

/** The four main screens; hidden everywhere else, where Telegram's back button leads out. */
export function TabBar() {
  const pathname = usePathname();
  if (!tabs.some((tab) => tab.href === pathname)) return null;
  return (
    <nav className={styles.bar} aria-label="Main screens">
      {tabs.map(({ href, name, Icon }) => (
        <Link
          key={href}
          href={href}
          replace
          prefetch
          className={cx(styles.tab, href === pathname && styles.current)}
          aria-current={href === pathname ? 'page' : undefined}
        >
          <Icon />
          <span>{name}</span>
        </Link>
      ))}
    </nav>
  );
}
