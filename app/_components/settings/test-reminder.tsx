'use client';

import { useState } from 'react';
import type { HeldView } from '#server/views/delivery-proof-view.ts';
import { haptic } from '../../_lib/telegram.ts';
import { useAct } from '../../_lib/use-act.ts';
import { useRefresh } from '../../_lib/use-refresh.ts';
import { sendTestReminder } from '../../actions/settings.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Section } from '../ui/section.tsx';
import { TelegramLink } from '../ui/telegram-link.tsx';
import { useToast } from '../ui/toast.tsx';
import styles from './test-reminder.module.css';

/** The way to see for oneself that reminders arrive; where Telegram refuses them, the way to change that. */
export function TestReminder({ held }: { held: HeldView | null }) {
  return (
    <Section title="See for yourself">
      <Card>
        <div className={styles.box}>{held ? <StartFirst botLink={held.botLink} /> : <SendTest />}</div>
      </Card>
    </Section>
  );
}

function StartFirst({ botLink }: { botLink: string }) {
  return (
    <>
      <p className={styles.words}>
        A test reminder would not reach you now: Telegram refuses my messages. Press Start in the chat first.
      </p>
      <TelegramLink href={botLink} className={styles.open}>
        Open the chat to press Start
      </TelegramLink>
    </>
  );
}

function SendTest() {
  const act = useAct();
  const toast = useToast();
  const refresh = useRefresh();
  const [busy, setBusy] = useState(false);

  async function send(): Promise<void> {
    setBusy(true);
    const result = await act(sendTestReminder, {});
    setBusy(false);
    if (result.ok) {
      haptic('success');
      toast.say(result.message);
    } else toast.warn(result.message);
    void refresh();
  }

  return (
    <>
      <p className={styles.words}>It comes to the chat the way your reminders do.</p>
      <Button look="soft" onClick={send} disabled={busy}>
        {busy ? 'Asking for it…' : 'Send me a test reminder'}
      </Button>
    </>
  );
}
