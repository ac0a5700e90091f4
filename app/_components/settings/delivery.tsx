import type { SettingsPage } from '#server/views/settings-view.ts';
import { DeliveryTroubles } from './delivery-troubles.tsx';
import { NextReminders } from './next-reminders.tsx';
import { Pollers } from './pollers.tsx';
import { TestReminder } from './test-reminder.tsx';

type Props = {
  settings: SettingsPage;
  /** The server does not answer just now, so this is how it was. */
  outdated: boolean;
};

/** Whether reminders arrive, as anyone can check: what comes, what went wrong, a test, and a sign of life. */
export function Delivery({ settings: { delivery, held }, outdated }: Props) {
  return (
    <>
      <NextReminders reminders={delivery.next} />
      <DeliveryTroubles troubles={delivery.troubles} held={held !== null} />
      <TestReminder held={held} />
      <Pollers pollers={delivery.pollers} outdated={outdated} />
    </>
  );
}
