'use client';

import type { SettingsView } from '#server/views/settings-view.ts';
import { TelegramLink } from '../ui/telegram-link.tsx';
import styles from './reach.module.css';

/** Whether reminders can arrive; says so only when they cannot. */
export function Reach({ settings }: { settings: SettingsView }) {
  if (settings.reachable) return null;
  return (
    <div className={styles.note}>
      <p>
        <strong>The bot cannot write to you.</strong> Its chat was blocked or never started, so no reminder
        arrives. Open the chat and press Start; everything is kept and goes on from there.
      </p>
      <TelegramLink href={settings.botLink} className={styles.link}>
        Open the chat
      </TelegramLink>
    </div>
  );
}
