import { fileURLToPath } from 'node:url';
import type { NextConfig } from 'next';

/** Behind a proxy the public host differs from ours; server actions must accept it as their origin. */
const publicHost = process.env.PUBLIC_URL ? [new URL(process.env.PUBLIC_URL).host] : [];

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // One copy of each for the custom server and for Next: they share handles through server/runtime.ts.
  serverExternalPackages: [
    ...['@electric-sql/pglite', 'postgres', 'drizzle-orm', 'pino', 'temporal-polyfill'],
    // It reads its data when it is asked for a country.
    'date-holidays',
  ],
  experimental: { serverActions: { allowedOrigins: publicHost } },
  // `npm run check` looks at all types; a new user's first start need not.
  typescript: { ignoreBuildErrors: true },
  turbopack: { root: fileURLToPath(new URL('.', import.meta.url)) },
};

export default config;
