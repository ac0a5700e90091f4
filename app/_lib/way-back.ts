'use client';

import { useRouter } from 'next/navigation';
import { useCallback } from 'react';

/** Set by what opens a page from a list: then the list is one step back, scrolled to where it was. */
let cameFromList = false;

export function rememberList(): void {
  cameFromList = true;
}

/** Leaves a page: back to the list it was opened from, or to `home` when it was opened from the chat. */
export function useWayBack(home = '/'): () => void {
  const router = useRouter();
  return useCallback(() => {
    if (cameFromList) router.back();
    else router.replace(home);
    cameFromList = false;
  }, [router, home]);
}
