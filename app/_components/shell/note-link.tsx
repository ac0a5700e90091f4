import Link from 'next/link';
import type { ReactNode } from 'react';
import buttons from '../ui/button.module.css';

/** A link that looks like the page's one button. */
export function NoteLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} className={buttons.main}>
      {children}
    </Link>
  );
}
