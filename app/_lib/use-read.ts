'use client';

import useSWR, { type SWRConfiguration } from 'swr';
import type { ApiError } from './fetch-json.ts';
import { useSession } from './session-client.tsx';

/** One of our GET routes, kept fresh. Nothing is asked before the session has its token. */
export function useRead<T>(path: string, options?: SWRConfiguration<T, ApiError>) {
  const { token } = useSession();
  return useSWR<T, ApiError>(token ? path : null, options);
}
