'use client';

import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { SWRConfig } from 'swr';
import { ApiError, fetchJson } from './fetch-json.ts';
import { launchData } from './telegram.ts';

export type Session =
  | { state: 'starting' }
  | { state: 'outside' }
  | { state: 'ready'; token: string; firstName: string; openAt: string | null }
  | { state: 'expired' }
  /** Telegram's launch data was not accepted: only a fresh launch helps. */
  | { state: 'refused'; message: string }
  /** The server did not answer: trying again helps. */
  | { state: 'unreachable'; message: string };

type SessionApi = { session: Session; token: string | null; expire: () => void; retry: () => void };

const SessionContext = createContext<SessionApi | null>(null);

export function useSession(): SessionApi {
  const api = useContext(SessionContext);
  if (!api) throw new Error('useSession needs a SessionProvider around it');
  return api;
}

type Exchange = { token: string; firstName: string; openAt: string | null };

/** Kept for the page's life, so that a remount (React's strict mode) does not exchange twice. Memory only. */
let exchange: Promise<Exchange> | null = null;

function exchangeOnce(initData: string): Promise<Exchange> {
  exchange ??= fetchJson<Exchange>('/api/session', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ initData, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone }),
  });
  return exchange;
}

async function startSession(): Promise<Session> {
  const initData = launchData();
  if (!initData) return { state: 'outside' };
  try {
    return { state: 'ready', ...(await exchangeOnce(initData)) };
  } catch (error) {
    exchange = null;
    if (!(error instanceof ApiError)) throw error;
    return { state: error.reason === 'failed' ? 'unreachable' : 'refused', message: error.message };
  }
}

/** Exchanges Telegram's launch data for our token, and gives every read below it the token and a steady refresh. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const [session, setSession] = useState<Session>({ state: 'starting' });
  const start = useCallback(() => void startSession().then(setSession), []);
  useEffect(start, [start]);

  const expire = useCallback(() => setSession({ state: 'expired' }), []);
  const retry = useCallback(() => {
    setSession({ state: 'starting' });
    start();
  }, [start]);

  const token = session.state === 'ready' ? session.token : null;
  const api = useMemo(() => ({ session, token, expire, retry }), [session, token, expire, retry]);
  const reads = useMemo(
    () => ({
      fetcher: (path: string) => fetchJson(path, { headers: { Authorization: `Bearer ${token}` } }),
      onError: (error: unknown) => {
        if (error instanceof ApiError && error.reason === 'signed-out') expire();
      },
      shouldRetryOnError: (error: unknown) => error instanceof ApiError && error.reason === 'failed',
      // A step done in the chat shows here within seconds; hidden pages do not ask.
      refreshInterval: 3000,
      dedupingInterval: 400,
      focusThrottleInterval: 1000,
      errorRetryInterval: 3000,
    }),
    [token, expire],
  );

  return (
    <SessionContext value={api}>
      <SWRConfig value={reads}>{children}</SWRConfig>
    </SessionContext>
  );
}
