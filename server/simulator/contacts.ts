import type { User } from 'grammy/types';

/** Whom the people of the simulator find among their contacts. None of them exists; one has no @name, one no last name. */
export const contacts: readonly User[] = [
  { id: 5001, is_bot: false, first_name: 'Anna', last_name: 'Keller', username: 'anna_keller' },
  { id: 5002, is_bot: false, first_name: 'Ivan', last_name: 'Petrov', username: 'ivan_petrov' },
  { id: 5003, is_bot: false, first_name: 'Lucía', last_name: 'Ortega' },
  { id: 5004, is_bot: false, first_name: 'Tom', username: 'tom_builds' },
  { id: 5005, is_bot: false, first_name: 'Beatriz', last_name: 'Almeida', username: 'bia_almeida' },
];
