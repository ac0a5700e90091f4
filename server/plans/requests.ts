/** What is asked of the drafter: asking, claiming, finishing, and taking it back. */
export {
  type AskRefusal,
  addLead,
  insertRequest,
  openRequest,
  requestDraft,
  requestPlan,
} from './requests/ask.ts';
export { cancelRequest, dropRequest, dropWhenClosed } from './requests/cancel.ts';
export {
  type ClaimedRequest,
  claimPlanRequest,
  getNextClaimAt,
  isLastTry,
  keepClaim,
  setStage,
} from './requests/claim.ts';
export { getLeadFacts } from './requests/facts.ts';
export {
  failPlanRequest,
  finishRequest,
  giveUpRequest,
  postponeRequest,
  releaseRequest,
} from './requests/finish.ts';
export { retryAt } from './requests/patience.ts';
