import type { CapturedPerson } from '../../../server/db/stored-json.ts';

/** What people paste, what has to be found in it, and their country where numbers have no prefix. */
export const texts: [string, Partial<CapturedPerson>, string?][] = [
  // A line.
  [
    'Anna Petrova, CTO at Acme, met at the fair, wants a demo',
    {
      name: 'Anna Petrova',
      role: 'CTO',
      company: 'Acme',
      note: 'met at the fair, wants a demo',
      language: 'en',
    },
  ],
  ['Anna Petrova', { name: 'Anna Petrova', note: undefined }],
  ['Anna, met at the fair', { name: 'Anna', note: 'met at the fair' }],
  ['Anna, met at Hannover Messe', { name: 'Anna', note: 'met at Hannover Messe' }],
  ['Anna, at the fair', { name: 'Anna', note: 'at the fair' }],
  ['Anna from the fair', { name: 'Anna', note: 'from the fair' }],
  [
    'Anna; Head of Sales @ 3M; call on Monday',
    { name: 'Anna', role: 'Head of Sales', company: '3M', note: 'call on Monday' },
  ],
  [
    'Marek, Head of Energy at Volta Energy',
    { name: 'Marek', role: 'Head of Energy', company: 'Volta Energy' },
  ],
  ['Bob Stone <bob@x.example>', { name: 'Bob Stone', email: 'bob@x.example' }],
  ['Bob (bob@x.example), CFO at X', { name: 'Bob', email: 'bob@x.example', role: 'CFO', company: 'X' }],
  ['Anna, CEO of Acme', { name: 'Anna', role: 'CEO', company: 'Acme' }],
  ['Anna, Head of Sales', { name: 'Anna', role: 'Head of Sales' }],
  ['Anna, Founder @Acme', { name: 'Anna', role: 'Founder', company: 'Acme' }],
  ['Anna Petrova CTO at Acme', { name: 'Anna Petrova', role: 'CTO', company: 'Acme' }],
  ['Anna Petrova (CTO, Acme)', { name: 'Anna Petrova', role: 'CTO', company: 'Acme' }],
  ['Anna Petrova – CTO – Acme GmbH', { name: 'Anna Petrova', role: 'CTO', company: 'Acme GmbH' }],
  [
    'Anna Petrova, Acme, Inc., buys in May',
    { name: 'Anna Petrova', company: 'Acme, Inc.', note: 'buys in May' },
  ],
  ['Anna Petrova, Berlin', { name: 'Anna Petrova', note: 'Berlin' }],
  ['anna petrova, cto at acme', { name: 'anna petrova', role: 'cto', company: 'acme' }],
  ['Met Anna Petrova at the fair', { name: 'Anna Petrova', note: 'Met Anna Petrova at the fair' }],
  ['Hi Bob, please call me tomorrow', { note: 'Hi Bob, please call me tomorrow' }],
  ['buy milk and call the bank tomorrow', { note: 'buy milk and call the bank tomorrow' }],
  ['*_[](~`, CEO at Acme', { name: '*_[](~`', role: 'CEO', company: 'Acme' }],
  ["O'Neil <b>, CEO at Acme", { name: "O'Neil", role: 'CEO', company: 'Acme', note: '<b>' }],
  ['👩‍💻 Anna 🎉, CEO at Acme', { name: '👩‍💻 Anna 🎉', role: 'CEO', company: 'Acme' }],
  ['محمد, مدير at شركة', { name: 'محمد', role: 'مدير', company: 'شركة' }],
  [
    'Jörg Müller, Einkauf bei Bosch',
    { name: 'Jörg Müller', role: 'Einkauf', company: 'Bosch', language: 'de' },
  ],
  [
    'Dr. Ute von der Heide, Geschäftsführerin der Nordlicht GmbH & Co. KG, will im März ein Angebot',
    {
      name: 'Dr. Ute von der Heide',
      role: 'Geschäftsführerin',
      company: 'Nordlicht GmbH & Co. KG',
      note: 'will im März ein Angebot',
      language: 'de',
    },
  ],
  ['Анна, директор в Яндекс', { name: 'Анна', role: 'директор', company: 'Яндекс', language: 'ru' }],
  [
    'Иван Петров, руководитель отдела продаж в компании Ромашка, перезвонить в мае',
    {
      name: 'Иван Петров',
      role: 'руководитель отдела продаж',
      company: 'Ромашка',
      note: 'перезвонить в мае',
    },
  ],
  [
    'Lucía Gómez, directora de marketing en Cafés Sol, quiere una demo',
    {
      name: 'Lucía Gómez',
      role: 'directora de marketing',
      company: 'Cafés Sol',
      note: 'quiere una demo',
      language: 'es',
    },
  ],
  [
    'João da Silva, gerente de compras na Padaria Estrela, não quer ligar antes de maio',
    { name: 'João da Silva', role: 'gerente de compras', company: 'Padaria Estrela', language: 'pt' },
  ],
  // Ways to reach somebody, wherever they stand.
  [
    'Anna @anna_p, CTO at Acme, anna@acme.example, wants a demo',
    {
      name: 'Anna',
      role: 'CTO',
      company: 'Acme',
      telegram: 'anna_p',
      email: 'anna@acme.example',
      note: 'wants a demo',
    },
  ],
  [
    'Anna, @anna_p, @bernd_q, a@x.example, b@x.example',
    { name: 'Anna', telegram: 'anna_p', email: 'a@x.example', note: '@bernd_q, b@x.example' },
  ],
  ['Anna https://t.me/anna_p likes tea', { name: 'Anna', telegram: 'anna_p', note: 'likes tea' }],
  ['Max @max_power', { name: 'Max', telegram: 'max_power' }],
  ['Anna, at work +49 171 1234567', { name: 'Anna', phone: '+49 171 1234567', note: 'at work' }],
  ['Anna, instagram: @anna_ig', { name: 'Anna', note: 'instagram: @anna_ig' }],
  ['Anna, https://t.me/some_channel/123', { name: 'Anna', note: 'https://t.me/some_channel/123' }],
  ['Anna Petrova, anna@gmail.com', { name: 'Anna Petrova', email: 'anna@gmail.com' }],
  [
    'Anna Petrova, anna@acme-energy.co.uk',
    { name: 'Anna Petrova', email: 'anna@acme-energy.co.uk', company: 'Acme Energy' },
  ],
  ['Anna, 030 12345678', { name: 'Anna', phone: '+49 30 12345678' }, 'DE'],
  ['Anna, 030 12345678', { name: 'Anna', note: '030 12345678' }],
  ['Anna, 0049 30 12345678', { name: 'Anna', phone: '+49 30 12345678' }],
  [
    'Anna, call on 12.10.2026 at 14:30, budget 100 000 €',
    { name: 'Anna', note: 'call on 12.10.2026 at 14:30, budget 100 000 €' },
    'DE',
  ],
  ['Anna, +1 202-555-0143 x12', { name: 'Anna', phone: '+1 202 555 0143', note: 'x12' }],
  // Cards and signatures.
  ['Anna\nCEO at Acme\nlikes tea', { name: 'Anna', role: 'CEO', company: 'Acme', note: 'likes tea' }],
  [
    'ACME Energy GmbH\nAnna Petrova\nHead of Procurement\nHauptstr. 5, 10115 Berlin\nTel. +49 30 12345678\nFax +49 30 12345679\nwww.acme-energy.example',
    {
      name: 'Anna Petrova',
      role: 'Head of Procurement',
      company: 'ACME Energy GmbH',
      phone: '+49 30 12345678',
      note: 'Hauptstr. 5, 10115 Berlin\nFax +49 30 12345679\nwww.acme-energy.example',
    },
  ],
  [
    'Best regards,\nDr. Jörg von der Heide\nHead of Procurement\nVolta Energy GmbH\nTel.: 030 12345678\nMobil: 0171 1234567\nE-Mail: j.heide@volta.example',
    {
      name: 'Dr. Jörg von der Heide',
      role: 'Head of Procurement',
      company: 'Volta Energy GmbH',
      phone: '+49 171 1234567',
      email: 'j.heide@volta.example',
      note: 'Best regards,\nTel.: 030 12345678',
    },
    'DE',
  ],
  [
    'Hello,\nplease send me the offer by Friday.\n\nMit freundlichen Grüßen\n\nKlaus Weber\nEinkaufsleiter\nWeber & Söhne KG\n+49 711 1234567',
    { name: 'Klaus Weber', role: 'Einkaufsleiter', company: 'Weber & Söhne KG', phone: '+49 711 1234567' },
  ],
  [
    'ООО «Ромашка»\nИван Петров\nГенеральный директор\nтел. 8 (921) 123-45-67\nivan@romashka.example',
    {
      name: 'Иван Петров',
      role: 'Генеральный директор',
      company: 'ООО «Ромашка»',
      phone: '+7 921 123 45 67',
      email: 'ivan@romashka.example',
      note: undefined,
    },
    'RU',
  ],
  [
    'С уважением,\nПетрова Анна Сергеевна\nМенеджер по закупкам\nАО Вектор\nМоб.: +7 921 123-45-67',
    {
      name: 'Петрова Анна Сергеевна',
      role: 'Менеджер по закупкам',
      company: 'АО Вектор',
      phone: '+7 921 123 45 67',
    },
  ],
  [
    'JOSÉ DA SILVA\nDIRETOR COMERCIAL\nACME LTDA\n(11) 91234-5678',
    { name: 'José da Silva', role: 'DIRETOR COMERCIAL', company: 'ACME LTDA', phone: '+55 11 91234 5678' },
    'BR',
  ],
  [
    'Un saludo,\nMaría del Carmen Ruiz\nDirectora General\nViñedos del Sur S.L.\nMóvil: +34 612 34 56 78\nmaria@vinedos.example',
    {
      name: 'María del Carmen Ruiz',
      role: 'Directora General',
      company: 'Viñedos del Sur S.L.',
      phone: '+34 612 34 56 78',
      email: 'maria@vinedos.example',
    },
  ],
  [
    'Volta\nAnna Petrova\nanna.petrova@volta.example',
    { name: 'Anna Petrova', company: 'Volta', email: 'anna.petrova@volta.example' },
  ],
  // Profiles.
  [
    'Anna Petrova · 2nd\nCTO at Acme | ex-Google\nBerlin, Germany · Contact info\n500+ connections',
    {
      name: 'Anna Petrova',
      role: 'CTO',
      company: 'Acme',
      note: '2nd\nex-Google\nBerlin, Germany · Contact info\n500+ connections',
    },
  ],
  [
    'Marta Kowalska (She/Her)\n1st degree connection\nSales Director – EMEA @ Volta Energy\nWarsaw, Poland\nhttps://www.linkedin.com/in/martak',
    { name: 'Marta Kowalska', role: 'Sales Director' },
  ],
  // Labels.
  [
    'Name: Anna Petrova\nCompany: Acme\nTitle: CTO\nPhone: +49 171 1234567\nNotes: wants a demo',
    { name: 'Anna Petrova', role: 'CTO', company: 'Acme', phone: '+49 171 1234567', note: 'wants a demo' },
  ],
  [
    'Vorname: Jörg\nNachname: Müller\nFirma: Bosch\nFunktion: Leiter Einkauf\nQuelle: Messe',
    { name: 'Jörg Müller', company: 'Bosch', role: 'Leiter Einkauf', source: 'Messe' },
  ],
  [
    'ФИО: Петров Иван\nКомпания: Ромашка\nДолжность: директор\nТелеграм: @ivan_p\nПочта: ivan@romashka.example',
    {
      name: 'Петров Иван',
      company: 'Ромашка',
      role: 'директор',
      telegram: 'ivan_p',
      email: 'ivan@romashka.example',
    },
  ],
  [
    'Nombre: Lucía Gómez, Empresa: Cafés Sol, Cargo: gerente',
    { name: 'Lucía Gómez', company: 'Cafés Sol', role: 'gerente' },
  ],
  [
    'Nome: João Souza\nEmpresa: Padaria Estrela\nTelegram: joao_s',
    { name: 'João Souza', company: 'Padaria Estrela', telegram: 'joao_s' },
  ],
  // Mails, chats, introductions.
  [
    'From: Bob Stone <bob@stone-works.example>\nTo: me@my.example\nSubject: Offer\n\nHi, please send the offer.',
    {
      name: 'Bob Stone',
      company: 'Stone Works',
      email: 'bob@stone-works.example',
      note: 'To: me@my.example\nSubject: Offer\nHi, please send the offer.',
    },
  ],
  [
    'Anna Petrova, [12.10.2026 14:02]\nHi, call me at +49 171 1234567\n\nMax, [12.10.2026 14:05]\nok, max@my.example',
    { name: 'Anna Petrova', phone: '+49 171 1234567' },
  ],
  [
    '[12/10/26, 14:02:11] Me: hello\n[12/10/26, 14:03:11] Anna Petrova: hi there',
    {
      name: 'Anna Petrova',
      note: '[12/10/26, 14:02:11] Me: hello\n[12/10/26, 14:03:11] Anna Petrova: hi there',
    },
  ],
  ['12/10/26, 14:02 - +49 171 1234567: hi\n12/10/26, 14:03 - Me: who is it?', { phone: '+49 171 1234567' }],
  ['Anna: hi, we need 20 seats\nMe: great', { name: 'Anna', note: 'Anna: hi, we need 20 seats\nMe: great' }],
  [
    "Hi! I'm Anna Petrova, CTO at Acme. We would like a demo next week.",
    {
      name: 'Anna Petrova',
      role: 'CTO',
      company: 'Acme',
      note: "Hi! I'm Anna Petrova, CTO at Acme. We would like a demo next week.",
    },
  ],
  [
    'Здравствуйте! Меня зовут Иван Петров, я директор по продажам в компании Ромашка. Телефон 8 921 123-45-67',
    {
      name: 'Иван Петров',
      role: 'директор по продажам',
      company: 'Ромашка',
      phone: '+7 921 123 45 67',
      language: 'ru',
    },
    'RU',
  ],
  [
    'Guten Tag, mein Name ist Jörg Müller, ich bin Einkaufsleiter bei Bosch und möchte ein Angebot.',
    { name: 'Jörg Müller', role: 'Einkaufsleiter', company: 'Bosch', language: 'de' },
  ],
  [
    'Hola, soy Lucía Gómez, directora de marketing en Cafés Sol. Queremos una demo.',
    { name: 'Lucía Gómez', role: 'directora de marketing', company: 'Cafés Sol', language: 'es' },
  ],
  // What once was read wrongly.
  ['Will Smith, Head of Growth, Monzo', { name: 'Will Smith', role: 'Head of Growth', company: 'Monzo' }],
  ['Met Will Smith at the fair', { name: 'Will Smith' }],
  ['Will Anna come tomorrow?', {}],
  ['He Wei, Tencent', { name: 'He Wei', company: 'Tencent' }],
  ['Sunday Oliseh', { name: 'Sunday Oliseh' }],
  [
    'https://www.linkedin.com/in/anna-petrova-12345/',
    { name: 'Anna Petrova', note: 'https://www.linkedin.com/in/anna-petrova-12345/' },
  ],
  ['https://www.linkedin.com/in/annap', { note: 'https://www.linkedin.com/in/annap' }],
  ['www.acme.com', {}],
  ...[
    'ok',
    '👍',
    'cancel',
    'Great',
    'How are you?',
    'Good morning',
    'thanks',
    'Great job',
    '42',
    'Good Morning Anna',
    'acme.com',
  ].map((text): [string, Partial<CapturedPerson>] => [text, {}]),
  ['Клиент просил скидку на весь заказ', {}],
  [
    'Best,\nSarah\n\nSarah Connor | VP of Sales\nSkynet',
    { name: 'Sarah Connor', role: 'VP of Sales', company: 'Skynet', note: 'Best,' },
  ],
  ['Petrova, Anna', { name: 'Anna Petrova' }],
  ['Anna, Acme', { name: 'Anna', company: 'Acme' }],
  [
    'Lee, Kim (Acme) <kim.lee@acme.example>',
    { name: 'Kim Lee', company: 'Acme', email: 'kim.lee@acme.example' },
  ],
  ['Anna, Monzo <anna@gmail.com>', { name: 'Anna', company: 'Monzo', email: 'anna@gmail.com' }],
  [
    'From: Stone, Bob <bob@stone-works.example>\nTo: me@my.example\n\nHi there.',
    { name: 'Bob Stone', company: 'Stone Works', email: 'bob@stone-works.example' },
  ],
  ['Hallo, ich bin die Sabine von der Messe', { name: 'Sabine' }],
  ['Hier ist Ute von der Heide', { name: 'Ute von der Heide' }],
  ['Hola, soy Carlos de Telefónica', { name: 'Carlos', company: 'Telefónica' }],
  ['Hola, soy Carlos de la Fuente', { name: 'Carlos de la Fuente' }],
  ['Firma Huber Bau / Herr Josef Huber', { name: 'Herr Josef Huber', company: 'Huber Bau' }],
  ['Fwd: intro - Dana (Acme) <> You', { name: 'Dana', company: 'Acme' }],
  [
    "Hi, I'm Anna, the founder of Brick & Mortar",
    { name: 'Anna', role: 'founder', company: 'Brick & Mortar' },
  ],
  ['张伟，产品经理，腾讯', { name: '张伟', role: '产品经理', company: '腾讯' }],
  [
    "Sarah O'Connor, CEO at Acme, sarah.en@the.example",
    { name: "Sarah O'Connor", role: 'CEO', company: 'Acme', email: 'sarah.en@the.example', language: '' },
  ],
  ["ANNA O'NEIL-PETROVA, CTO", { name: "Anna O'Neil-Petrova", role: 'CTO' }],
  ['Anna, (415) 555-0012', { name: 'Anna', phone: '+1 415 555 0012' }, 'US'],
  ['Anna, +1 212-555-0099', { name: 'Anna', phone: '+1 212 555 0099' }],
  ['Anna, +44 20 7946 0018', { name: 'Anna', phone: '+44 20 7946 0018' }],
  ['Anna, +49 30 0012345', { name: 'Anna', phone: '+49 30 0012345' }],
  ['Anna, tel (0049) 30 12345678', { name: 'Anna', phone: '+49 30 12345678' }],
  [
    'Anna, 0049 171 1234567, 0043 1 234567',
    { name: 'Anna', phone: '+49 171 1234567', note: '0043 1 234567' },
  ],
  [
    '"Petrova, Anna" <anna@acme.example>',
    { name: 'Anna Petrova', company: 'Acme', email: 'anna@acme.example' },
  ],
  ['Hier ist Peter von der Firma Huber', { name: 'Peter', company: 'Huber' }],
];
