import type { PollerDeps } from '../index.ts';

/** After Telegram refused the token, nothing is sent until it takes it again: asked once a sweep. */
export async function isTokenAccepted({ api, troubles }: PollerDeps): Promise<boolean> {
  if (!troubles.has('token-refused')) return true;
  const accepted = await api.getMe().then(
    () => true,
    () => false,
  );
  if (accepted) troubles.clear('token-refused');
  return accepted;
}
