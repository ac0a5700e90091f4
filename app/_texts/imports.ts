import type { SpoiltRow } from '#server/db/stored-json.ts';

/** Pasting a text and importing a file. */
export const importTexts = {
  open: 'Paste or import',
  title: 'Paste or import',
  subtitle: 'Nothing is saved before you have seen it',
  pasteTitle: 'Paste a text',
  paste: 'A signature, a profile, a chat',
  pastePlaceholder: 'Anna Petrova\nCTO, Acme GmbH\n+49 30 12345678\nanna@acme.example',
  read: 'Read the text',
  fileTitle: 'Or a file',
  choose: 'Choose a file',
  reading: 'Reading the file…',
  fileHint: 'vCard (.vcf) or a table (.csv), up to 700 KB. Columns are found by their names.',
  bigger: 'A larger file, a photo or a voice note? Send it to the bot in the chat.',
  tooBig: 'This file is larger than 700 KB. Send it to the bot in the chat instead: there it may have 5 MB.',
  unreadable:
    'The file could not be opened on this device. Choose it again, or send it to the bot in the chat.',
  textMissing: 'Paste a text first',
};

/** Why a file gives nobody. */
export const fileProblems = {
  empty: 'This file is empty. Choose another one.',
  binary: 'This is no text file. I can read vCard files (.vcf) and tables (.csv).',
  malformed: 'I could not make sense of this file. Give its columns names such as Name, Company and Phone.',
  unknown: 'I cannot read this kind of file. I can read vCard files (.vcf) and tables (.csv).',
  'no-people': 'I found nobody with a name in this file. Look whether it has a column with names.',
  'too-many': 'This file has more than 2,000 people. Split it, and import one part after the other.',
} as const;

/** As many lines as one reads in a message. */
const maxLines = 5;

/** Why a file gives nobody, with the first of the lines that could not be read. */
export function fileProblem({
  reason,
  spoilt,
}: {
  reason: keyof typeof fileProblems;
  spoilt: SpoiltRow[];
}): string {
  const lines = spoilt.slice(0, maxLines).map(({ line, problem }) => `Line ${line}: ${problem}`);
  const more = spoilt.length - maxLines;
  return [fileProblems[reason], ...lines, more > 0 ? `And ${more} more.` : ''].filter(Boolean).join(' ');
}
