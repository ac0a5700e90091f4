/** What a label in a text or the head of a column stands for. */
export type Field =
  | 'name'
  | 'first'
  | 'middle'
  | 'last'
  | 'company'
  | 'role'
  | 'telegram'
  | 'email'
  | 'phone'
  | 'source'
  | 'note'
  | 'language';

/** In English, German, Russian, Spanish and Portuguese, and as HubSpot, LinkedIn, Google and Outlook call them. */
const labels: Record<Field, string> = {
  name: `name, full name, contact name, contact, contact person, person, lead, lead name, display name, customer, client,
    vollständiger name, kontakt, ansprechpartner, ansprechpartnerin, kontaktperson, kunde, имя и фамилия, фио, ф.и.о.,
    контакт, контактное лицо, клиент, nombre completo, nombre y apellidos, nombre y apellido, contacto, cliente,
    nome completo, contato, nome e sobrenome`,
  first: `first name, given name, firstname, forename, vorname, имя, nombre, nome, primeiro nome, nombres`,
  middle: `middle name, additional name, отчество, segundo nombre, zweiter vorname`,
  last: `last name, family name, surname, lastname, nachname, familienname, фамилия, apellido, apellidos, sobrenome,
    apelido`,
  company: `company, company name, organisation, organization, organisation name, organization name, organization 1 - name,
    associated company, account, account name, employer, business, firma, firmenname, unternehmen, organisation 1 - name,
    arbeitgeber, компания, организация, фирма, название компании, empresa, compañía, compañia, organización,
    nombre de la empresa, organização, companhia, nome da empresa, primary company`,
  role: `role, title, job title, jobtitle, position, job, function, occupation, organization title,
    organization 1 - title, rolle, funktion, berufsbezeichnung, titel, stelle, beruf, должность, роль, позиция, cargo,
    puesto, rol, título, função, profissão, posição`,
  telegram: `telegram, telegram username, telegram handle, telegram name, tg, handle, telegram-name, телеграм, телеграмм,
    тг, ник, usuario de telegram, usuário do telegram`,
  email: `email, e-mail, mail, email address, e-mail address, e-mail 1 - value, email 1 - value, e-mail 1, work email,
    e-mail-adresse, e-mailadresse, mailadresse, email-adresse, почта, эл. почта, эл.почта, электронная почта, имейл,
    correo, correo electrónico, dirección de correo, e-mail comercial, endereço de e-mail, primary email`,
  phone: `phone, phone number, telephone, tel, tel., mobile, mobile phone, mobile phone number, mobile number, cell, phone 1 - value,
    business phone, primary phone, work phone, telefon, telefonnummer, mobil, mobiltelefon, handy, handynummer, телефон,
    тел, тел., моб, моб., мобильный, мобильный телефон, номер телефона, teléfono, telefono, móvil, celular,
    número de teléfono, telefone, telemóvel, número de telefone, whatsapp`,
  source: `source, lead source, original source, where we met, met at, met through, quelle, herkunft, источник,
    откуда, fuente, origen, origem, fonte, procedencia`,
  note: `note, notes, comment, comments, remark, remarks, description, memo, notiz, notizen, bemerkung, bemerkungen,
    kommentar, anmerkung, заметка, заметки, комментарий, комментарии, примечание, описание, nota, notas, comentario,
    comentarios, observaciones, comentário, comentários, observação, observações, descrição, descripción`,
  language: `language, sprache, язык, idioma, lingua, língua`,
};

/** A person, or their company where somebody else is the person. */
const customers = ['customer', 'client', 'lead', 'kunde', 'клиент', 'cliente'];

const fields = new Map(
  Object.entries(labels).flatMap(([field, names]) =>
    names.split(/,\s*/).map((name) => [name.trim(), field as Field] as const),
  ),
);

/** What a label means, however it is written ("E-Mail-Adresse", "company_name"); null for any other word. */
export const fieldOf = (label: string): Field | null => fields.get(plain(label)) ?? null;

/**
 * What labels mean beside each other: a "Customer" beside a "Contact" is the company, a "Name" beside a "First name" the
 * last name.
 */
export function fieldsOf(labels: string[]): (Field | null)[] {
  const alone = labels.map((label) => ({ word: plain(label), field: fieldOf(label) }));
  const has = (field: Field) => alone.some((other) => other.field === field);
  const hasPerson = alone.some(
    ({ word, field }) =>
      field === 'first' || field === 'last' || (field === 'name' && !customers.includes(word)),
  );
  return alone.map(({ word, field }) => {
    if (customers.includes(word) && hasPerson) return 'company';
    return word === 'name' && has('first') && !has('last') ? 'last' : field;
  });
}

const plain = (label: string): string =>
  label
    .toLowerCase()
    .replace(/[_\s\u00a0]+/g, ' ')
    .replace(/[:*#]+/g, '')
    .trim();
