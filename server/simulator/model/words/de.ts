import type { Messages } from './messages.ts';

const at = (company: string) => (company ? ` bei ${company}` : '');
const line = (offer: string) => (offer ? ` Kurz gesagt, was wir machen: ${offer}.` : '');

export const de: Messages = {
  greet: {
    warm: (first) => (first ? `Hallo ${first},` : 'Hallo,'),
    formal: (first) => (first ? `Guten Tag ${first},` : 'Guten Tag,'),
  },
  met: ({ hello, company, offer }) => [
    `${hello} es war schön, Sie kennenzulernen. Ihr Punkt ist mir im Kopf geblieben: Was soll${at(company)} bis zum Ende des Quartals vor allem leichter werden?`,
    line(offer),
  ],
  inbound: ({ hello, company, offer }) => [
    `${hello} vielen Dank für Ihre Anfrage. Damit ich Ihnen nur schicke, was passt: Was ist${at(company)} gerade der Anlass?`,
    line(offer),
  ],
  cold: ({ hello, company, offer }) => [
    `${hello} eine kurze Frage von jemandem, der mit Teams wie Ihrem arbeitet: Wer kümmert sich${at(company)} um dieses Thema, Sie oder jemand anderes?`,
    line(offer),
  ],
  proposal: ({ hello }) => [
    `${hello} ist das Angebot gut bei Ihnen angekommen?`,
    ' Wenn ein Punkt darin unklar ist, nennen Sie ihn mir einfach, ich erkläre ihn in zwei Sätzen.',
  ],
  demo: ({ hello, company }) => [
    `${hello} ich bereite die Demo vor, und sie soll von Ihrer Arbeit handeln. Welche zwei Dinge möchten Sie danach entscheiden können?`,
    company ? ` Wenn sie noch jemand bei ${company} sehen sollte, leiten Sie die Einladung gern weiter.` : '',
  ],
  afterDemo: ({ hello }) => [
    `${hello} vielen Dank für Ihre Zeit gestern. Was ist Ihnen am meisten in Erinnerung geblieben, und was fehlt Ihnen noch?`,
    ' Jeden offenen Punkt beantworte ich Ihnen gern schriftlich.',
  ],
  useful: ({ hello, company }) => [
    `${hello} ein Kunde von uns stand vor einer ähnlichen Frage und hat sie in drei kleinen Schritten gelöst.`,
    ` Ich habe sie auf einer Seite zusammengefasst; darf ich sie Ihnen und Ihrem Team${at(company)} schicken?`,
  ],
  decide: ({ hello, company }) => [
    `${hello} wer${at(company)} schaut noch darauf, und was muss diese Person wissen?`,
    ' Ich ergänze gern eine Seite dafür oder bin fünfzehn Minuten dabei.',
  ],
  call: ({ hello }) => [
    `${hello} wollen wir fünfzehn Minuten telefonieren? Mir passt Dienstag um 10 oder Donnerstag um 15 Uhr; sagen Sie mir, was Ihnen passt.`,
    ' Danach wissen wir beide, ob es sich lohnt, weiterzumachen.',
  ],
  smaller: ({ hello, company }) => [
    `${hello} falls das Ganze im Moment ein großer Schritt ist, könnten wir mit einem Teil beginnen und nach zwei Wochen das Ergebnis ansehen.`,
    ` Welcher Teil würde Ihnen${at(company)} am schnellsten helfen?`,
  ],
  close: ({ hello }) => [
    `${hello} darf ich fragen, wo Sie stehen: ja, nein oder nicht vor einem bestimmten Termin?`,
    ' Alle drei Antworten sind in Ordnung, ich plane dann entsprechend.',
  ],
  checkIn: ({ hello, company }) => [
    `${hello} wie ist es${at(company)} seit unserem letzten Gespräch gelaufen?`,
    ' Eine Zeile genügt, dann weiß ich, ob ich helfen kann.',
  ],
  nowIsTheTime: ({ hello, when }) => [
    `${hello} Sie hatten ${when} als guten Zeitpunkt genannt, deshalb melde ich mich. Wollen wir uns diese Woche den nächsten Schritt ansehen?`,
    ' Es ist alles vorbereitet und dauert nicht lange.',
  ],
  before: ({ hello, when }) => [
    `${hello} eine kurze Frage vor dem Zeitpunkt, den Sie genannt hatten (${when}): Brauchen Sie für Ihre Planung noch etwas von mir, etwa Zahlen oder eine Seite für Ihre Kollegen?`,
    '',
  ],
  thanks: ({ hello }) => [
    `${hello} danke für die Rückmeldung, das hilft mir sehr.`,
    ' Was wäre für Sie der nützlichste nächste Schritt?',
  ],
  farewell: ({ hello }) => [
    `${hello} vielen Dank für die klare Antwort.`,
    ' Wenn sich etwas ändert, schreiben Sie mir jederzeit gern.',
  ],
  warmth: 'Ich hoffe, Ihre Woche hat gut begonnen.',
  caseStudy: 'Wir haben ein kurzes Fallbeispiel eines Teams wie Ihrem; darf ich es Ihnen schicken?',
  mention: (what) => `Noch etwas: ${what}.`,
};
