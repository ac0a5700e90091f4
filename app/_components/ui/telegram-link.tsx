'use client';

import type { ReactNode } from 'react';
import { openTelegramLink } from '../../_lib/telegram.ts';

/** A t.me link, opened inside Telegram where we are inside Telegram. */
export function TelegramLink({
  href,
  className,
  onOpen,
  children,
}: {
  href: string;
  className?: string;
  /** Told that it was followed. */
  onOpen?: () => void;
  children: ReactNode;
}) {
  return (
    <a
      href={href}
      target="_blank"
      rel="noreferrer"
      className={className}
      onClick={(event) => {
        onOpen?.();
        if (openTelegramLink(href)) event.preventDefault();
      }}
    >
      {children}
    </a>
  );
}
