import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { getRuntime } from '#server/runtime.ts';
import { AppFrame } from './_components/shell/app-frame.tsx';
import './globals.css';

export const metadata: Metadata = {
  title: 'Followthrough',
  description: 'Follow up on every lead, on time, from Telegram.',
  robots: { index: false },
};

export const viewport: Viewport = { width: 'device-width', initialScale: 1, viewportFit: 'cover' };

/** Reading the headers keeps every page dynamic, so that Next puts this request's nonce on its scripts. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const policy = (await headers()).get('content-security-policy') ?? '';
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
  return (
    // The theme is put on <html> before React wakes up.
    <html lang="en" suppressHydrationWarning>
      <head>
        <script src="/theme-first.js" nonce={nonce} suppressHydrationWarning />
      </head>
      <body>
        <AppFrame frameOrigin={getRuntime().frameOrigin}>{children}</AppFrame>
      </body>
    </html>
  );
}
