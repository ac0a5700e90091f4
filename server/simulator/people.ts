import type { User } from 'grammy/types';

export type Person = User & { is_bot: false; username: string; language_code: string };

/** The two people whose Telegram the simulator plays. Two, so that one can try to reach the other's leads. */
export const people: readonly Person[] = [
  {
    id: 1001,
    is_bot: false,
    first_name: 'Olga',
    last_name: 'Ivanova',
    username: 'olga',
    language_code: 'en',
  },
  { id: 1002, is_bot: false, first_name: 'Max', last_name: 'Weber', username: 'max', language_code: 'de' },
];

/** The person with this Telegram id, or undefined. */
export function findPerson(id: number): Person | undefined {
  return people.find((person) => person.id === id);
}
