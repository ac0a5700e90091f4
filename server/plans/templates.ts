import { afterDemo } from './templates/after-demo.ts';
import { afterProposal } from './templates/after-proposal.ts';
import { candidate } from './templates/candidate.ts';
import { coldOutreach } from './templates/cold-outreach.ts';
import { eventContact } from './templates/event-contact.ts';
import { inboundRequest } from './templates/inbound-request.ts';
import { investor } from './templates/investor.ts';
import { keepInTouch } from './templates/keep-in-touch.ts';
import type { Template, TemplateKey } from './templates/template.ts';
import { warmIntroduction } from './templates/warm-introduction.ts';
import { winBack } from './templates/win-back.ts';

export { fillDraft } from './templates/fill-draft.ts';
export type { Template, TemplateKey, TemplateStep } from './templates/template.ts';

/** The built-in plans, one file each; a new one also needs its key in templates/template.ts and its words in signs.ts. */
export const templates: Record<TemplateKey, Template> = {
  'inbound-request': inboundRequest,
  'event-contact': eventContact,
  'warm-introduction': warmIntroduction,
  'cold-outreach': coldOutreach,
  'after-demo': afterDemo,
  'after-proposal': afterProposal,
  candidate,
  investor,
  'win-back': winBack,
  'keep-in-touch': keepInTouch,
};
