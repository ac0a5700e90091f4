'use client';

import { useRouter } from 'next/navigation';
import { useCallback } from 'react';

/** Set by a row as it opens a lead: then the list is one step back, scrolled to where it was. */
let cameFromList = false;

export function rememberList(): void {
  cameFromList = true;
}

/** Leaves a lead: back to the list it was opened from, or to Today when it was opened from the chat. */
export function useWayBack(): () => void {
  const router = useRouter();
  return useCallback(() => {
    if (cameFromList) router.back();
    else router.replace('/');
    cameFromList = false;
  }, [router]);
}
