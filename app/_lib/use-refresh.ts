'use client';

import { useCallback } from 'react';
import { useSWRConfig } from 'swr';

/** Asks the server again for everything on screen, after something changed. */
export function useRefresh(): () => Promise<unknown> {
  const { mutate } = useSWRConfig();
  return useCallback(() => mutate((key) => typeof key === 'string' && key.startsWith('/api/')), [mutate]);
}
