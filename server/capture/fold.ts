/** Case, accents, punctuation and spaces make no other name. */
export const foldName = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const legalForms =
  /(^| )(gmbh|ag|kg|ohg|ug|se|inc|llc|ltd|limited|corp|corporation|co|plc|sa|s a|sl|s l|srl|ltda|bv|oy|ab|ooo|ооо|ао|зао|пао)(?= |$)/gu;

/** The same for a company, without its legal form: "Acme GmbH" is "ACME". */
export function foldCompany(text: string): string {
  const folded = foldName(text);
  return folded.replace(legalForms, '').replace(/ +/g, ' ').trim() || folded;
}
