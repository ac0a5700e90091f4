import type { ModelProvider } from './config.ts';

export type Endpoint = { baseUrl: string; headers: Record<string, string> };

/**
 * Where calls go, and what proves who we are: a key, or the user and password of the address, which become a header:
 * fetch takes none.
 */
export function endpointOf({ baseUrl, apiKey }: ModelProvider): Endpoint {
  const url = new URL(baseUrl);
  const { username, password } = url;
  url.username = '';
  url.password = '';
  const basic = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`);
  return {
    baseUrl: url.href.replace(/\/+$/, ''),
    headers: {
      ...(username ? { authorization: `Basic ${basic.toString('base64')}` } : {}),
      ...(apiKey ? { authorization: `Bearer ${apiKey}` } : {}),
    },
  };
}
