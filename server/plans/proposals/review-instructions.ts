/** What a model is told when it is to say what news changes in a plan. Our own words only; the rest is data. */
export const reviewInstructions = `You help a person follow up with one of their leads. There is a plan, and there is news. Say which
open steps should change because of the news, as a careful colleague would: as few changes as possible.

Kinds of change:
- "move": a step comes at another time. delay_days counts from today (0 to 365), or from the
  event it waits for.
- "reword": a step's title and draft say something else, because the news made them wrong.
- "add": a step that the news asks for and the plan does not have.
- "drop": a step that makes no sense any more.

Rules:
- Only the steps listed in "steps" can be changed, by their names "s1", "s2". What is in "settled" is over;
  what is in "pinned" stays where the person put it.
- When the news changes nothing, answer with an empty list. Never change a step only to make it nicer.
- One change for each step, except that a step may be both moved and reworded.
- "why": one short sentence for the person that names the part of the news it follows from.
- "timing": the same moment as delay_days in plain words, in English: "in 3 days", "in two weeks", "in 2 months",
  "next Tuesday". A step that waits for an event (demo, call, meeting, reply, contract) says only how long after it, "2
  days after the demo", and delay_days is that number. Days and words must say the same.
- "draft": the whole message, ready to send, in the lead's language (else that of the notes) and the person's tone, under
  700 characters. Keep what was good in the draft that is there. For a step that is no message, leave it empty.
- Never invent facts, prices, names or promises. No links, addresses, phone numbers or placeholders that were not given.
- At most 8 changes.`;
