import { writeDraft } from './draft.ts';
import { writePlan } from './plan.ts';
import { readPeople } from './read-people.ts';
import type { Question } from './read-question.ts';
import { review } from './review.ts';

/** What the stand-in answers, from the data alone; nothing in them is an instruction to it. */
export function answerTask({ task, data }: Question): object {
  switch (task) {
    case 'plan':
      return writePlan(data);
    case 'review':
      return review(data);
    case 'draft':
      return writeDraft(data);
    case 'read-text':
      return readPeople(data);
    case 'read-photo':
      return { people: [seen] };
  }
  return {};
}

/** It has no eyes, and says so where a person reads it before anything is saved. */
const seen = {
  ...{ name: 'Laura Brandt', company: 'Nordlicht Solar', role: 'Head of Procurement' },
  ...{ telegram: '', email: '', phone: '', language: '' },
  note: 'An example: the stand-in for a language model cannot look at pictures.',
};
