'use client';

import Link from 'next/link';
import type { ReactNode } from 'react';
import type { ZoneView } from '#server/views/settings-view.ts';
import { useAct } from '../../_lib/use-act.ts';
import { useRefresh } from '../../_lib/use-refresh.ts';
import { deviceZone, zoneQuestion } from '../../_lib/zone-question.ts';
import { zoneTexts } from '../../_texts/time.ts';
import { confirmZone, declineZone } from '../../actions/settings.ts';
import { Button } from '../ui/button.tsx';
import { useToast } from '../ui/toast.tsx';
import { useTimeChange } from './use-time-change.tsx';
import styles from './zone-banner.module.css';

type Props = {
  zone: ZoneView;
  /** The zone can be changed just below. */
  canChange?: boolean;
};

/** Asks once whether the zone is right, and what holds when the device is in another one; nothing otherwise. */
export function ZoneBanner({ zone, canChange = false }: Props) {
  const question = zoneQuestion(zone, deviceZone());
  if (question?.ask === 'right') return <IsItRight zone={zone} canChange={canChange} />;
  return question && <WhatHolds zone={zone} device={question.device} />;
}

function IsItRight({ zone, canChange }: Props) {
  const answer = useAnswer();
  return (
    <Banner title={zoneTexts.right(zone.timeZone)} text={zoneTexts.rightWhy}>
      <Button onClick={() => answer((act) => act(confirmZone, {}))}>{zoneTexts.yes}</Button>
      {!canChange && (
        <Link href="/settings" prefetch={false} className={styles.link}>
          {zoneTexts.change}
        </Link>
      )}
    </Banner>
  );
}

function WhatHolds({ zone, device }: { zone: ZoneView; device: string }) {
  const answer = useAnswer();
  const { request, busy, sheet } = useTimeChange();
  const stay = () => answer((act) => act(declineZone, { timeZone: device }));
  return (
    <Banner title={zoneTexts.moved(device)} text={zoneTexts.movedWhy}>
      <Button disabled={busy} onClick={() => request({ timeZone: device }, 'wall')}>
        {zoneTexts.wall(zone.reminderHour)}
      </Button>
      <Button look="soft" disabled={busy} onClick={() => request({ timeZone: device }, 'moment')}>
        {zoneTexts.moment}
      </Button>
      <Button look="soft" disabled={busy} onClick={stay}>
        {zoneTexts.stay(zone.timeZone)}
      </Button>
      {sheet}
    </Banner>
  );
}

function Banner({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <aside className={styles.banner} aria-label={zoneTexts.label}>
      <p className={styles.title}>{title}</p>
      <p className={styles.text}>{text}</p>
      {children}
    </aside>
  );
}

type Act = ReturnType<typeof useAct>;

/** An answer that moves nothing: it is said to be heard, and the question goes. */
function useAnswer() {
  const act = useAct();
  const toast = useToast();
  const refresh = useRefresh();
  return async (answer: (act: Act) => Promise<{ ok: boolean; message: string }>): Promise<void> => {
    const result = await answer(act);
    if (result.ok) toast.say(result.message);
    else toast.warn(result.message);
    await refresh();
  };
}
