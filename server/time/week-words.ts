const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** Working days (1 is Monday) as a person reads them: "Monday to Friday", "Mon, Tue, Thu", "every day". */
export function weekWords(workingDays: readonly number[]): string {
  const sorted = workingDays.toSorted((a, b) => a - b);
  const [first = 1] = sorted;
  const last = sorted.at(-1) ?? 7;
  if (sorted.length === 7) return 'every day';
  if (sorted.length > 2 && last - first === sorted.length - 1)
    return `${days[first - 1]} to ${days[last - 1]}`;
  return sorted.map((day) => days[day - 1]?.slice(0, 3)).join(', ');
}

/** A full hour of the day, 0 to 24: "09:00". */
export const hourWords = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;
