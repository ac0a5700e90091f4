'use server';

import * as playbooks from '#server/playbook/playbook.ts';
import { userAction } from '../_lib/server/user-action.ts';
import { playbookTexts } from '../_texts/playbook.ts';

export const savePlaybook = userAction(playbooks.playbookInput, async ({ db, user, now }, playbook) => {
  await playbooks.savePlaybook(db, { userId: user.id, playbook, now });
  return { ok: true, message: playbookTexts.saved };
});
