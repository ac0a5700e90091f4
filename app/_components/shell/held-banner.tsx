import type { HeldView } from '#server/views/delivery-proof-view.ts';
import { WarningIcon } from '../ui/icons.tsx';
import { TelegramLink } from '../ui/telegram-link.tsx';
import styles from './held-banner.module.css';
import { heldWords } from './held-words.ts';

/** Says that no message arrives, and what to do about it; nothing while they arrive. */
export function HeldBanner({ held }: { held: HeldView | null }) {
  if (!held) return null;
  return (
    <aside className={styles.banner} aria-label="Reminders on hold">
      <span className={styles.icon}>
        <WarningIcon />
      </span>
      <p className={styles.words} role="alert">
        <strong>{heldWords(held.count)}</strong> Open the chat and press Start: everything is kept and goes on
        from there.
      </p>
      <TelegramLink href={held.botLink} className={styles.open}>
        Open the chat
      </TelegramLink>
    </aside>
  );
}
