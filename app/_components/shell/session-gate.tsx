'use client';

import type { ReactNode } from 'react';
import { useSession } from '../../_lib/session-client.tsx';
import { closeApp } from '../../_lib/telegram.ts';
import { Button } from '../ui/button.tsx';
import { ClockIcon, CloudOffIcon } from '../ui/icons.tsx';
import { NotePage } from './note-page.tsx';
import { OutsideTelegram } from './outside-telegram.tsx';

/** The screens, or, where there is no session for them, what to do about that. */
export function SessionGate({ children }: { children: ReactNode }) {
  const { session, retry } = useSession();
  switch (session.state) {
    case 'starting':
    case 'ready':
      return children;
    case 'outside':
      return <OutsideTelegram />;
    case 'unreachable':
      return (
        <NotePage icon={<CloudOffIcon />} title="No connection" text={session.message}>
          <Button onClick={retry}>Try again</Button>
        </NotePage>
      );
    case 'refused':
      return (
        <NotePage icon={<ClockIcon />} title="Could not sign you in" text={session.message}>
          <Button onClick={closeApp}>Close</Button>
        </NotePage>
      );
    case 'expired':
      return (
        <NotePage
          icon={<ClockIcon />}
          title="Session expired"
          text="Close this window and open the app again from the chat."
        >
          <Button onClick={closeApp}>Close</Button>
        </NotePage>
      );
  }
}
