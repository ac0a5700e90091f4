import { Composer } from 'grammy';
import { editPerson } from '../../../capture/edit-person.ts';
import { countryOf } from '../../../capture/phone.ts';
import { readText } from '../../../capture/reading/read-text.ts';
import { cut } from '../../../cut.ts';
import { getCaptureView } from '../../../views/capture.ts';
import { plainCard } from '../../card.ts';
import type { BotContext } from '../../context.ts';
import { leadLine, maxTitle } from '../../names.ts';
import { ask, onAnswer } from '../../questions.ts';
import { answerTap, refreshTapped, replyCard } from '../../reply.ts';
import { say } from '../../say.ts';
import { onTap } from '../../tap.ts';
import { readCaptureDetail } from './edit-detail.ts';

/** Edit on a confirm card where there is no Mini App: asks in words, and the answer takes the place of what was there. */
export const captureEdit = new Composer<BotContext>();

captureEdit.on('callback_query:data').use(
  onTap(['cap-edit'], async (ctx, { captureId, place }) => {
    const view = await getCaptureView(ctx.db, ctx.user, captureId, ctx.now);
    if (view?.people[place]?.state !== 'open') {
      await refreshTapped(ctx);
      return answerTap(ctx, view ? 'answer.decided' : 'answer.notFound');
    }
    await answerTap(ctx);
    return askWho(ctx, `${captureId}/${place}`, say('capture.ask'));
  }),
);

captureEdit.on('message:text').use(
  onAnswer(['capture-edit'], async (ctx, { detail }) => {
    const { db, user, now } = ctx;
    const chosen = readCaptureDetail(detail);
    const view = chosen && (await getCaptureView(db, user, chosen.captureId, now));
    const before = chosen && view?.people[chosen.place];
    if (!chosen || !before) return void (await replyCard(ctx, plainCard(say('capture.gone'))));
    const read = readText(ctx.message.text, countryOf(user));
    const person = { ...read, source: read.source || before.source };
    const result = await editPerson(db, { userId: user.id, ...chosen, person, now });
    if (result.ok)
      return void (await replyCard(
        ctx,
        plainCard(say('capture.edited', { lead: leadLine({ ...read, company: read.company || null }) })),
      ));
    if ('words' in result)
      return askWho(ctx, detail, say('capture.askAgain', { problem: cut(result.words, maxTitle) }));
    const key = result.reason === 'settled' ? 'capture.decidedAlready' : 'capture.gone';
    await replyCard(ctx, plainCard(say(key)));
  }),
);

/** Asked again when the answer names nobody. */
const askWho = (ctx: BotContext, detail: string, text: ReturnType<typeof say>) =>
  ask(
    ctx,
    { kind: 'capture-edit', detail, leadId: null, stepId: null },
    { text, placeholder: 'placeholder.person' },
  );
