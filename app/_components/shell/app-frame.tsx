'use client';

import { usePathname, useRouter } from 'next/navigation';
import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import { SessionProvider, useSession } from '../../_lib/session-client.tsx';
import { startTelegram } from '../../_lib/telegram.ts';
import { ConfirmProvider } from '../ui/confirm.tsx';
import { ToastProvider } from '../ui/toast.tsx';
import { SessionGate } from './session-gate.tsx';
import { TabBar } from './tab-bar.tsx';

/** A link from outside the chat opens at "/" and says in its signed parameter where to go. */
function useOpenAt(): void {
  const { session } = useSession();
  const router = useRouter();
  // Only where the app was opened counts, not later visits to "/".
  const openedAt = useRef(usePathname());
  const openAt = session.state === 'ready' ? session.openAt : null;
  useEffect(() => {
    if (openAt && openedAt.current === '/') router.replace(openAt);
  }, [openAt, router]);
}

function Screens({ children }: { children: ReactNode }) {
  useOpenAt();
  return (
    <SessionGate>
      {children}
      <TabBar />
    </SessionGate>
  );
}

/** Everything round the screens: Telegram, the session, questions, the bar at the foot. */
export function AppFrame({ frameOrigin, children }: { frameOrigin: string | null; children: ReactNode }) {
  // A layout effect: the screens' own effects already talk to Telegram.
  useLayoutEffect(() => startTelegram(frameOrigin), [frameOrigin]);
  return (
    <SessionProvider>
      <ToastProvider>
        <ConfirmProvider>
          <Screens>{children}</Screens>
        </ConfirmProvider>
      </ToastProvider>
    </SessionProvider>
  );
}
