import { getRuntime } from '#server/runtime.ts';
import { toSettingsView } from '#server/views/settings.ts';
import { userRead } from '../../_lib/server/user-read.ts';

export const GET = userRead(async ({ user }) => toSettingsView(user, getRuntime().botUsername));
