/** The languages drafts can be asked for, by ISO 639-1 code, each under its own name; the most usual first. */
export const languageNames: Record<string, string> = {
  ...{ en: 'English', de: 'Deutsch', es: 'Español', pt: 'Português', ru: 'Русский' },
  ...{ ar: 'العربية', bg: 'Български', cs: 'Čeština', da: 'Dansk', el: 'Ελληνικά', et: 'Eesti' },
  ...{ fa: 'فارسی', fi: 'Suomi', fr: 'Français', he: 'עברית', hi: 'हिन्दी', hr: 'Hrvatski', hu: 'Magyar' },
  ...{ hy: 'Հայերեն', id: 'Bahasa Indonesia', it: 'Italiano', ja: '日本語', ka: 'ქართული', kk: 'Қазақша' },
  ...{ ko: '한국어', lt: 'Lietuvių', lv: 'Latviešu', nl: 'Nederlands', no: 'Norsk', pl: 'Polski' },
  ...{ ro: 'Română', sk: 'Slovenčina', sl: 'Slovenščina', sr: 'Српски', sv: 'Svenska', th: 'ไทย' },
  ...{ tr: 'Türkçe', uk: 'Українська', uz: 'Oʻzbekcha', vi: 'Tiếng Việt', zh: '中文' },
};

export const languageTexts = {
  label: 'Drafts in',
  asNotes: 'As in the notes',
};
