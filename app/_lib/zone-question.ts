import type { ZoneView } from '#server/views/settings-view.ts';

/** What the person is asked about their time zone: whether it is right, or what holds now that their device is elsewhere. */
export type ZoneQuestion = { ask: 'right' } | { ask: 'moved'; device: string };

/** The question to ask, if any; `device` is the IANA zone of the device. Nothing changes before it is answered. */
export function zoneQuestion(zone: ZoneView, device: string): ZoneQuestion | null {
  if (isSame(device, zone.timeZone)) return zone.confirmed ? null : { ask: 'right' };
  const isDeclined = zone.declined !== null && isSame(device, zone.declined);
  return isDeclined ? null : { ask: 'moved', device };
}

/** Zones have older names too: Asia/Calcutta is Asia/Kolkata. */
const isSame = (a: string, b: string) => properName(a) === properName(b);

function properName(zone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    // A browser need not know every zone that the server knows.
    return zone;
  }
}

/** The IANA zone of this device. */
export const deviceZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
