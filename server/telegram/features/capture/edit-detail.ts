import { z } from 'zod';

const shape = z.tuple([z.uuid(), z.string().regex(/^\d{1,4}$/)]);

/** "<capture>/<place>", as a question remembers whom it asks about; null when it is none. */
export function readCaptureDetail(detail: string): { captureId: string; place: number } | null {
  const parsed = shape.safeParse(detail.split('/'));
  return parsed.success ? { captureId: parsed.data[0], place: Number(parsed.data[1]) } : null;
}
