import type { Messages } from './messages.ts';

const at = (company: string) => (company ? ` en ${company}` : '');
const line = (offer: string) => (offer ? ` En una línea, lo que hacemos: ${offer}.` : '');

export const es: Messages = {
  greet: {
    warm: (first) => (first ? `Hola, ${first}:` : 'Hola:'),
    formal: (first) => (first ? `Buenos días, ${first}:` : 'Buenos días:'),
  },
  met: ({ hello, company, offer }) => [
    `${hello} fue un gusto conocernos. Sigo pensando en lo que comentó: ¿qué le gustaría que fuera más fácil${at(company)} antes de que acabe el trimestre?`,
    line(offer),
  ],
  inbound: ({ hello, company, offer }) => [
    `${hello} gracias por escribir. Para enviarle solo lo que encaja: ¿por qué surge este tema${at(company)} justo ahora?`,
    line(offer),
  ],
  cold: ({ hello, company, offer }) => [
    `${hello} una pregunta breve de alguien que trabaja con equipos como el suyo: ¿quién lleva este tema${at(company)}, usted u otra persona?`,
    line(offer),
  ],
  proposal: ({ hello }) => [
    `${hello} ¿le llegó bien la propuesta?`,
    ' Si alguna línea no queda clara, dígame cuál y se la explico en dos frases.',
  ],
  demo: ({ hello, company }) => [
    `${hello} estoy preparando la demo y quiero que trate de su trabajo. ¿Qué dos cosas le gustaría poder decidir después?`,
    company ? ` Si alguien más en ${company} debería verla, reenvíele la invitación sin problema.` : '',
  ],
  afterDemo: ({ hello }) => [
    `${hello} gracias por su tiempo de ayer. ¿Qué fue lo que más le quedó y qué le falta todavía?`,
    ' Con gusto respondo por escrito a cada punto abierto.',
  ],
  useful: ({ hello, company }) => [
    `${hello} un cliente nuestro tenía una pregunta muy parecida y la resolvió en tres pasos pequeños.`,
    ` Los resumí en una página; ¿se la envío a usted y a su equipo${at(company)}?`,
  ],
  decide: ({ hello, company }) => [
    `${hello} ¿quién más${at(company)} va a verlo y qué necesita saber?`,
    ' Puedo añadir una página para esa persona o acompañarle quince minutos.',
  ],
  call: ({ hello }) => [
    `${hello} ¿hablamos quince minutos? A mí me viene bien el martes a las 10 o el jueves a las 15; dígame qué le conviene.`,
    ' Después los dos sabremos si vale la pena seguir.',
  ],
  smaller: ({ hello, company }) => [
    `${hello} si todo a la vez es un paso grande ahora, podríamos empezar por una parte y ver el resultado en dos semanas.`,
    ` ¿Qué parte le ayudaría antes${at(company)}?`,
  ],
  close: ({ hello }) => [
    `${hello} ¿me permite preguntarle cómo lo ve: sí, no, o no antes de cierta fecha?`,
    ' Las tres respuestas están bien; me organizo según lo que me diga.',
  ],
  checkIn: ({ hello, company }) => [
    `${hello} ¿cómo ha ido todo${at(company)} desde que hablamos?`,
    ' Con una línea me basta para saber si puedo ayudar.',
  ],
  nowIsTheTime: ({ hello, when }) => [
    `${hello} me dijo que ${when} sería un buen momento, así que aquí estoy. ¿Vemos juntos el siguiente paso esta semana?`,
    ' Lo tengo todo preparado y no llevará mucho tiempo.',
  ],
  before: ({ hello, when }) => [
    `${hello} una pregunta breve antes de ${when}: ¿necesita algo de mí para su planificación, por ejemplo cifras o una página para sus colegas?`,
    '',
  ],
  thanks: ({ hello }) => [
    `${hello} gracias por avisarme, me ayuda mucho.`,
    ' ¿Cuál sería para usted el siguiente paso más útil?',
  ],
  farewell: ({ hello }) => [
    `${hello} gracias por la respuesta tan clara.`,
    ' Si algo cambia, escríbame cuando quiera.',
  ],
  warmth: 'Espero que la semana haya empezado bien.',
  caseStudy: 'Tenemos un caso breve de un equipo como el suyo; ¿se lo envío?',
  mention: (what) => `Una cosa más: ${what}.`,
};
