import type { Messages } from './messages.ts';

const at = (company: string) => (company ? ` na ${company}` : '');
const line = (offer: string) => (offer ? ` Em uma linha, o que fazemos: ${offer}.` : '');

export const pt: Messages = {
  greet: {
    warm: (first) => (first ? `Olá, ${first}!` : 'Olá!'),
    formal: (first) => (first ? `Bom dia, ${first}.` : 'Bom dia.'),
  },
  met: ({ hello, company, offer }) => [
    `${hello} Foi um prazer conhecer você. Fiquei pensando no que me contou: o que gostaria que ficasse mais fácil${at(company)} até o fim do trimestre?`,
    line(offer),
  ],
  inbound: ({ hello, company, offer }) => [
    `${hello} Agradeço o contato. Para enviar só o que faz sentido: por que esse tema surgiu${at(company)} justo agora?`,
    line(offer),
  ],
  cold: ({ hello, company, offer }) => [
    `${hello} Uma pergunta rápida de quem trabalha com equipes como a sua: quem cuida desse tema${at(company)}, você ou outra pessoa?`,
    line(offer),
  ],
  proposal: ({ hello }) => [
    `${hello} A proposta chegou bem até você?`,
    ' Se alguma linha não estiver clara, me diga qual e eu explico em duas frases.',
  ],
  demo: ({ hello, company }) => [
    `${hello} Estou preparando a demonstração e quero que ela fale do seu trabalho. Quais duas coisas você gostaria de poder decidir depois?`,
    company ? ` Se mais alguém na ${company} deveria ver, é só encaminhar o convite.` : '',
  ],
  afterDemo: ({ hello }) => [
    `${hello} Agradeço o seu tempo de ontem. O que mais ficou com você e o que ainda falta?`,
    ' Respondo por escrito a cada ponto em aberto.',
  ],
  useful: ({ hello, company }) => [
    `${hello} Um cliente nosso tinha uma dúvida bem parecida e resolveu em três passos pequenos.`,
    ` Resumi tudo em uma página; posso enviar para você e sua equipe${at(company)}?`,
  ],
  decide: ({ hello, company }) => [
    `${hello} Quem mais${at(company)} vai olhar isso e o que essa pessoa precisa saber?`,
    ' Posso incluir uma página para ela ou participar por quinze minutos.',
  ],
  call: ({ hello }) => [
    `${hello} Vamos conversar por quinze minutos? Para mim funciona terça às 10 ou quinta às 15; me diga o que é melhor para você.`,
    ' Depois nós dois saberemos se vale a pena continuar.',
  ],
  smaller: ({ hello, company }) => [
    `${hello} Se tudo de uma vez é um passo grande agora, podemos começar por uma parte e ver o resultado em duas semanas.`,
    ` Qual parte ajudaria mais rápido${at(company)}?`,
  ],
  close: ({ hello }) => [
    `${hello} Posso perguntar em que pé estamos: sim, não, ou não antes de certa data?`,
    ' As três respostas são boas; eu me organizo de acordo.',
  ],
  checkIn: ({ hello, company }) => [
    `${hello} Como vão as coisas${at(company)} desde a nossa última conversa?`,
    ' Uma linha basta para eu saber se posso ajudar.',
  ],
  nowIsTheTime: ({ hello, when }) => [
    `${hello} Você comentou que ${when} seria um bom momento, então aqui estou. Vamos ver juntos o próximo passo nesta semana?`,
    ' Já está tudo preparado e não vai demorar.',
  ],
  before: ({ hello, when }) => [
    `${hello} Uma pergunta rápida antes de ${when}: você precisa de algo meu para o seu planejamento, como números ou uma página para os colegas?`,
    '',
  ],
  thanks: ({ hello }) => [
    `${hello} Agradeço por avisar, isso ajuda muito.`,
    ' Qual seria o próximo passo mais útil para você?',
  ],
  farewell: ({ hello }) => [`${hello} Agradeço a resposta clara.`, ' Se algo mudar, é só me escrever.'],
  warmth: 'Espero que a semana tenha começado bem.',
  caseStudy: 'Temos um caso curto de uma equipe como a sua; posso enviar?',
  mention: (what) => `Mais uma coisa: ${what}.`,
};
