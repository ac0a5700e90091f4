import type { TemplateKey } from './template.ts';

/**
 * Words in a note that speak for a template, folded to lower case without accents or punctuation. Words match
 * whole; a star stands for any ending ("выставк*"). `unless` names what looks alike and is not.
 */
export type Signs = { template: TemplateKey; words: string[]; unless?: string[] };

const sentProposal: Signs = {
  template: 'after-proposal',
  words: [
    'sent the proposal, sent a proposal, sent our proposal, sent proposal, proposal sent, proposal is out',
    'sent them a proposal, sent her a proposal, sent him a proposal, proposal went out, has our proposal',
    'sent the quote, sent a quote, sent our quote, quote sent, sent the offer, sent an offer, sent our offer, offer sent',
    'отправил кп, отправили кп, отправил предложение, отправили предложение, выслал* предложение, кп отправлено',
    'angebot geschickt, angebot gesendet, angebot verschickt, angebot versendet, angebot ist raus',
    'propuesta enviada, envie la propuesta, enviamos la propuesta, presupuesto enviado',
    'proposta enviada, enviei a proposta, enviamos a proposta, orcamento enviado',
  ],
};

const gaveDemo: Signs = {
  template: 'after-demo',
  words: [
    'gave a demo, gave them a demo, gave her a demo, gave him a demo, had a demo, had the demo, had our demo, did a demo',
    'did the demo, showed the demo, showed them the demo, after the demo, saw the demo, saw our demo, demo went, demo done',
    'провел демо, провела демо, провели демо, после демо, показал демо, показали демо',
    'demo gezeigt, demo gegeben, demo gemacht, nach der demo, demo gesehen',
    'hicimos la demo, hice la demo, despues de la demo, vio la demo, vieron la demo',
    'fizemos a demo, fiz a demo, depois da demo, apos a demo, viu a demo, viram a demo',
  ],
};

const toHire: Signs = {
  template: 'candidate',
  words: [
    'candidate for, as a candidate, good candidate, possible candidate, would like to hire, want to hire her, want to hire him',
    'кандидат на, кандидат в, кандидатка на, хотим нанять',
    'kandidat fur, kandidatin fur, als kandidat, als kandidatin',
    'candidato para, candidata para, candidato a, candidata a',
  ],
};

const mayInvest: Signs = {
  template: 'investor',
  words: [
    'investor, angel investor, business angel, venture capital, vc, vc fund, venture partner, seed fund',
    'инвестор, бизнес ангел, венчурный фонд',
    'investorin, wagniskapital, risikokapital',
    'inversor, inversora, capital riesgo, investidor, investidora, capital de risco',
  ],
  unless: ['their investor', 'our investor', 'investor relations', 'need an investor'],
};

const wasCustomer: Signs = {
  template: 'win-back',
  words: [
    'former customer, former client, old customer, old client, past client, past customer, ex customer, ex client',
    'was a customer, was a client, used to be a customer, used to be a client, stopped using, cancelled with us, churned',
    'бывший клиент, бывшая клиентка, был клиентом, была клиентом, были клиентами, перестал* пользоваться',
    'ehemaliger kunde, ehemalige kundin, war kunde, war kundin, fruherer kunde, fruhere kundin',
    'antiguo cliente, antigua clienta, era cliente, fue cliente, ex cliente',
    'antigo cliente, antiga cliente, foi cliente, cliente antigo, cliente antiga',
  ],
};

const introduced: Signs = {
  template: 'warm-introduction',
  words: [
    'introduced by, introduced us, introduced me to, intro from, intro by, intro via, introduction from, introduction by',
    'referred by, referred to us, was referred, referral, recommended by, recommended us, put us in touch, connected us',
    'по рекомендации, по знакомству, познакомил нас, познакомила нас, порекомендовал*, посоветовал*',
    'empfohlen von, empfehlung, vorgestellt von, vermittelt von, kontakt uber',
    'recomendado por, recomendada por, recomendacion de, presentado por, presentada por, de parte de',
    'indicado por, indicada por, indicacao, apresentado por, apresentada por',
  ],
};

const metAtEvent: Signs = {
  template: 'event-contact',
  words: [
    'the fair, trade fair, at fair, trade show, tradeshow, expo, exhibition, conference, meetup',
    'summit, booth, our stand, congress, hackathon, at the event, at an event, networking event',
    'выставк*, конференц*, митап*, форум*, на стенде, мероприяти*',
    'messe, auf der messe, konferenz, messestand, kongress, veranstaltung, am stand',
    'feria, conferencia, congreso, evento, nuestro stand',
    'feira, conferencia, congresso, evento, estande',
  ],
  unless: ['conference call', 'conference room'],
};

const askedUs: Signs = {
  template: 'inbound-request',
  words: [
    'wrote to us, wrote us, reached out to us, contacted us, emailed us, messaged us, called us, came to us, found us',
    'asked for, asked us, asked about, asking for, asking about, requested, requests a, demo request, quote request',
    'inquiry, enquiry, inquired, enquired, inbound, contact form, web form, filled in, filled out, signed up',
    'via the website, through the website, from the website, via our website, through our website, on our website',
    'wants a, wants to see, would like a, needs a quote, needs an offer, needs a demo',
    'написал нам, написала нам, написали нам, обратил*, заявк*, запрос*, оставил заявку, через сайт, с сайта, хочет*, просит*',
    'anfrage, angefragt, hat uns geschrieben, uber die website, uber die webseite, kontaktformular, mochte ein*, bittet um',
    'nos escribio, nos contacto, solicit*, pidio, consulta, por la web, formulario, quiere un*',
    'nos escreveu, entrou em contato, pediu, pelo site, quer um*, formulario',
  ],
};

/** In the order of their weight: the first template with a word in the note is the one. */
export const signs: readonly Signs[] = [
  sentProposal,
  toHire,
  mayInvest,
  wasCustomer,
  gaveDemo,
  introduced,
  metAtEvent,
  askedUs,
];

/** Where the lead came from, said in a word or two; these words mean less inside a note. */
export const sources: readonly Signs[] = [
  {
    template: 'warm-introduction',
    words: ['intro, introduction, referral, recommendation, partner, рекомендация, empfehlung'],
  },
  { template: 'event-contact', words: ['event, fair, webinar, stand, выставка, messe, feria, feira'] },
  {
    template: 'inbound-request',
    words: ['website, web, site, form, landing page, chat, сайт, webseite, formulario'],
  },
];
