import type { WordTable } from './word-table.ts';

const days = ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag'];
const dayParts = ['morgen', 'früh', 'vormittag', 'mittag', 'nachmittag', 'abend'];

/** "Montagvormittag", with its two words. */
const dayCompounds = Object.fromEntries(
  days.flatMap((day) => dayParts.map((part) => [`${day}${part}`, `${day} am ${part}`])),
);

const ones = ['ein', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun'];
const tens = ['zwanzig', 'dreißig', 'vierzig', 'fünfzig', 'sechzig', 'siebzig', 'achtzig', 'neunzig'];

/** "Zwanzig" to "neunundneunzig". */
const bigNumbers = Object.fromEntries(
  tens.flatMap((ten, i) => [
    [ten, 20 + 10 * i],
    ...ones.map((one, j): [string, number] => [`${one}und${ten}`, 21 + 10 * i + j]),
  ]),
);

export const german: WordTable = {
  ignored:
    'jeden Morgen, guten Morgen, von Tag zu Tag, bis jetzt, ab und zu, vor Ort, Black Friday, vor allem',
  same: {
    ...dayCompounds,
    'morgen früh, morgen Vormittag': 'morgen am Vormittag',
    'heute Morgen, heute früh': 'heute am Vormittag',
    'am nächsten Morgen': 'morgen am Vormittag',
    'nach dem Wochenende, nach Wochenende': 'am Montag',
    'nach Feierabend, nach der Arbeit': 'am Abend',
    'nach dem Mittag, nach dem Mittagessen': 'am Nachmittag',
    'bis Feierabend, bis Tagesende, Tagesende, Ende des Tages, bis Ende des Tages, bis Geschäftsschluss, bis Dienstschluss':
      'Feierabend',
    Wochenende: 'Samstag',
    'Monatsende, zum Monatsende': 'Ende Monat',
    'Quartalsende, zum Quartalsende': 'Ende Quartal',
    'Jahresende, zum Jahresende': 'Ende Jahr',
    'Wochenanfang, Wochenbeginn, zum Wochenbeginn': 'Anfang Woche',
    'Monatsanfang, Monatsbeginn': 'Anfang Monat',
    'Wochenmitte, Mitte der Woche': 'Mitte Woche',
    Monatsmitte: 'Mitte Monat',
  },
  articles: 'ein, eine, einen, einem, einer, eines',
  numbers: {
    'halbe, halben, halbes, einer halben, eine halbe, einem halben, ein halbes, einen halben': 0.5,
    eins: 1,
    'zwei, ein paar, paar, zweier': 2,
    'drei, einige, einigen, wenige, wenigen': 3,
    vier: 4,
    fünf: 5,
    sechs: 6,
    sieben: 7,
    acht: 8,
    neun: 9,
    zehn: 10,
    elf: 11,
    zwölf: 12,
    dreizehn: 13,
    vierzehn: 14,
    fünfzehn: 15,
    sechzehn: 16,
    siebzehn: 17,
    achtzehn: 18,
    neunzehn: 19,
    ...bigNumbers,
    'hundert, einhundert': 100,
    'anderthalb, eineinhalb': 1.5,
    zweieinhalb: 2.5,
  },
  ordinals: [
    'erste, ersten, erster, erstes',
    'zweite, zweiten, zweiter, zweites',
    'dritte, dritten, dritter, drittes',
    'vierte, vierten, vierter, viertes',
    'fünfte, fünften, fünfter, fünftes',
    'sechste, sechsten, sechster',
    'siebte, siebten, siebter',
    'achte, achten, achter',
    'neunte, neunten, neunter',
    'zehnte, zehnten, zehnter',
  ],
  units: {
    minute: 'Minute, Minuten, Min',
    hour: 'Stunde, Stunden, Std, h',
    businessHour: 'Arbeitsstunde, Arbeitsstunden, Geschäftsstunden',
    day: 'Tag, Tage, Tagen, Tages, Kalendertag, Kalendertage, Kalendertagen',
    businessDay:
      'Werktag, Werktage, Werktagen, Werktags, Werktages, Arbeitstag, Arbeitstage, Arbeitstagen, Arbeitstages, Bankarbeitstag, Bankarbeitstage, ' +
      'Bankarbeitstagen, Geschäftstag, Geschäftstage, Geschäftstagen',
    week: 'Woche, Wochen, Wo',
    month: 'Monat, Monate, Monaten, Monats',
    quarter: 'Quartal, Quartale, Quartalen, Quartals',
    halfYear: 'Halbjahr',
    year: 'Jahr, Jahre, Jahren, Jahres',
  },
  fixed: {
    'morgen, nächsten Tag, nächster Tag, nächsten Tages, folgenden Tag, Folgetag, Tag darauf, Tag danach': [
      1,
      'day',
    ],
    'übermorgen, übernächsten Tag': [2, 'day'],
    ['nächsten Werktag, nächster Werktag, nächsten Arbeitstag, nächster Arbeitstag, folgenden Werktag, ' +
      'nächsten Geschäftstag, kommenden Werktag']: [1, 'business-day'],
    'nächsten Tagen, kommenden Tagen, nächsten paar Tagen': [3, 'day'],
  },
  now:
    'sofort, umgehend, unverzüglich, selben Tag, gleichen Tag, selbigen Tag, taggleich, so bald wie möglich, sobald wie möglich, ' +
    'so schnell wie möglich, schnellstmöglich, baldmöglichst, noch heute, heute noch, direkt, im Laufe des Tages',
  nowAtEdge: 'heute, jetzt, gleich',
  leads:
    'in, zwischen, binnen, innerhalb, innerhalb von, im Abstand von, ' +
    'maximal, höchstens, frühestens nach, bis zu',
  waits:
    'warten, warte, Wartezeit, Pause, gib ihm, gib ihr, gib ihnen, geben Sie ihm, geben Sie ihr, geben Sie ihnen, ' +
    'lass ihm, lass ihr, lass ihnen',
  trails: 'später, danach, darauf, Abstand, Pause, warten, warte, Wartezeit',
  fromNow: 'ab heute, ab jetzt',
  after: 'nach',
  since: 'seit, ab, von',
  impliesOne: 'innerhalb der, innerhalb des, im Laufe der, im Laufe des',
  by: 'spätestens, spätestens am, spätestens bis, bis spätestens, bis zum, bis, bis zur',
  before: 'vor, vor dem, vor der, bevor',
  against:
    'alle, jede, jeden, jedes, jeder, jedem, pro, täglich, wöchentlich, monatlich, vergangenen, ' +
    'vergangene, mal, außer, gestern, her',
  last: 'letzte, letzten, letzter',
  lasting: 'für, während, lang, über',
  silence: 'keine, kein, keinen, keiner, ohne, inaktiv, Inaktivität, Funkstille, schweigt, still',
  denials: 'nicht, nie',
  conditions: 'wenn, falls, sofern, frühestens, mindestens, max, maximal',
  once: 'sobald, nachdem',
  the: 'den, der, dem, die, das',
  fillers: 'etwa, ca, circa, ungefähr, rund, weitere, weiteren, weiterer, gut, genau, knapp, nur, dann',
  of: 'des, vom, im Monat',
  and: 'und',
  choices: 'oder, bzw',
  ranges: 'bis',
  on: 'am, an, im, zum, zur, gegen, auf',
  atHour: 'um, gegen',
  weekdays: [
    'Montag, Mo',
    'Dienstag, Di',
    'Mittwoch, Mi',
    'Donnerstag, Do',
    'Freitag, Fr',
    'Samstag, Sonnabend, Sa',
    'Sonntag',
  ],
  unsureWeekdays: 'Mo, Di, Mi, Do, Fr, Sa',
  lookalikes:
    'Morgan, mögen, morden, Montage, montan, Standen, Stände, Sünde, Sünden, wachen, tragen, taugen, Dienste, Fieber, Jaguar, Moneten, Quartett, tagein',
  recurring: 'dienstags, mittwochs, donnerstags, freitags, samstags, sonntags, werktags, montags',
  months: [
    'Januar, Jänner, Jan',
    'Februar, Feber, Feb',
    'März',
    'April, Apr',
    'Mai',
    'Juni, Jun',
    'Juli, Jul',
    'August, Aug',
    'September, Sept, Sep',
    'Oktober, Okt',
    'November, Nov',
    'Dezember, Dez',
  ],
  parts: {
    morning: 'Vormittag, vormittags, morgens, am Morgen, früh, am Vormittag',
    noon: 'Mittag, mittags, am Mittag',
    afternoon: 'Nachmittag, nachmittags, am Nachmittag',
    evening: 'Abend, abends, am Abend',
    night: 'nachts',
    close: 'Feierabend, Geschäftsschluss, Dienstschluss',
  },
  edges: {
    start: 'Anfang, Anfang der, Anfang des, Beginn der, Beginn des, früh in der',
    middle: 'Mitte, Mitte der, Mitte des',
    end: 'Ende, Ende der, Ende des',
  },
  ahead: {
    this: 'diese, diesen, dieser, dieses, diesem, laufenden',
    next: 'nächste, nächsten, nächster, nächstes, folgende, folgenden, folgender',
    soon: 'kommende, kommenden, kommender, kommendes',
    afterNext: 'übernächste, übernächsten, übernächster, übernächstes',
  },
  hourSign: 'Uhr',
  quarterSign: 'q',
  weekSign: 'KW, Kalenderwoche',
  andHalf: 'und eine halbe, und einer halben, und ein halber',
  reviews: '',
  events: {
    demo: 'Demo, Vorführung, Präsentation, Produktdemo',
    call: 'Anruf, Telefonat, Gespräch, Call, Telefongespräch, Telefontermin, Erstgespräch',
    meeting: 'Meeting, Termin, Treffen, Besprechung',
    reply: 'Antwort, antworten, antwortet, geantwortet, Rückmeldung, Reaktion',
    contract:
      'Vertrag, Vertrags, Vertragsunterzeichnung, Vertragsabschluss, Unterzeichnung, Unterschrift, Vertragsunterschrift',
  },
  notYet:
    'gebucht, vereinbart, geplant, Anfrage, Einladung, Aufzeichnung, Ablauf, Vertragsende, Verlängerung',
  own:
    'so, do, di, mi, mo, fr, sa, am, an, ab, im, um, in, die, den, der, das, des, alle, gut, her, mal, wo, still, gleich, direkt, ' +
    'auf, vom, von, rund, nie, lang, max, h, call, pause, ein, paar, mitte, ende',
};
