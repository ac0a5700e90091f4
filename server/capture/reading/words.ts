/** Words that tell a role, a firm or a name from other words, in English, German, Russian, Spanish and Portuguese. */
const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean));

/** One of them in a line makes it a role. */
export const roleWords = words(`
  ceo cto cfo coo cmo cio cpo cro ciso cdo vp svp evp md founder co-founder cofounder owner co-owner president
  chairman partner director manager head lead leader engineer developer architect designer consultant analyst
  advisor adviser specialist coordinator representative executive officer assistant associate accountant buyer
  recruiter marketer salesperson entrepreneur freelancer investor lawyer attorney broker agent buyer procurement
  principal supervisor strategist scientist researcher teacher professor editor producer photographer coach
  chef geschäftsführer geschäftsführerin leiter leiterin inhaber inhaberin gründer gründerin vorstand prokurist
  prokuristin berater beraterin entwickler entwicklerin ingenieur ingenieurin vertriebsleiter vertriebsleiterin
  einkauf einkäufer einkäuferin einkaufsleiter einkaufsleiterin abteilungsleiter abteilungsleiterin teamleiter
  teamleiterin projektleiter projektleiterin marketingleiter marketingleiterin assistentin sachbearbeiter
  sachbearbeiterin
  директор гендиректор основатель основательница сооснователь владелец владелица руководитель начальник менеджер
  инженер разработчик дизайнер консультант специалист аналитик бухгалтер маркетолог юрист глава партнёр партнер
  предприниматель президент собственник продюсер архитектор закупщик
  directora gerente jefe jefa fundador fundadora cofundador cofundadora dueño dueña propietario propietaria socio
  socia presidente presidenta ingeniero ingeniera consultor consultora responsable encargado encargada comercial
  vendedor vendedora abogado abogada comprador compradora desarrollador desarrolladora coordinador coordinadora
  diretor diretora sócio sócia proprietário proprietária engenheiro engenheira coordenador coordenadora chefe
  desenvolvedor desenvolvedora advogado advogada analista especialista supervisora vendas
`);

/** Roles at the top: what follows their "of" is the company, not a department. */
export const topRoles = words(`
  ceo cto cfo coo cmo cio cpo founder co-founder cofounder owner co-owner president chairman geschäftsführer
  geschäftsführerin gründer gründerin inhaber inhaberin fundador fundadora cofundador cofundadora dueño dueña
  propietario propietaria socio socia sócio sócia presidente presidenta proprietário proprietária
`);

/** They join the role to the company: "CTO at Acme". */
export const atWords = words('at @ with bei в en na no em');
/** Only where none of the above stands: "CEO of Acme", but "Head of Sales at Acme". */
export const ofWords = words('of von de da do der');

export const legalForms = words(`
  gmbh ag kg ohg ug gbr e.k. mbh se inc inc. corp corp. llc llp ltd ltd. plc limited co. pty
  ооо оао зао ао пао ип тоо s.l. sl s.l.u. slu s.a. sa s.a.u. s.r.l. srl s.a.s. sas sarl ltda ltda. lda lda. eireli
  s/a b.v. bv n.v. oy ab a/s aps s.p.a. spa sp.
`);

/** Parts of a name that need no capital letter. */
export const particles = words(`
  von van de da do dos das del della di der den la le las los y e zu zur vom ten ter bin ibn al el af av ben o
`);

/** They stand before or behind a name and belong to it. */
export const nameTitles = words(`
  dr dr. prof prof. mr mr. mrs mrs. ms ms. sir herr frau dipl.-ing. dipl-ing. ing. mag. sr sr. sra sra. srta. dra dra.
  don doña dom dona г-н г-жа phd ph.d. mba jr jr. msc bsc cpa md iii ii
`);

/** Words of sentences: a part with one of them is neither a name nor a role. */
export const sentenceWords = words(`
  a an the to for from is are was were be been have has had will would can could i we you he she they it me my your
  our his her their this that these those not yes and or but if when please thanks thank hi hello hey dear met meet
  meeting saw spoke talked called call works work wants want wanted needs need likes interested about with next today
  tomorrow yesterday monday tuesday wednesday thursday friday saturday sunday re fwd subject sent best regards
  am i'm i’m soy sou bin ich wir sie er es ist sind war und oder aber nicht ein eine einen der die das dem den mit auf aus hallo liebe lieber
  guten danke bitte morgen heute gestern will möchte hat haben kennengelernt getroffen
  я мы ты вы он она они это не и или но с со на от до для из по к у привет здравствуйте добрый спасибо завтра сегодня
  хочет хотел знаком знакомы встретил встретила встретились познакомились встреча позвонить был была есть
  yo nosotros él ella es está son y o pero con sin por para un una unos el los las hola buenos buenas gracias mañana hoy
  quiere conocí conocimos conocido necesita llamar
  eu nós ele ela é são mas com sem por um uma uns os as olá oi bom boa obrigado obrigada amanhã hoje quer conheci
  precisa ligar
`);

/** Words of sentences that are names, too, where a name follows: "Will Smith", "He Wei". */
export const wordsAndNames = words('will he ella sunday');

/** What people say to a bot or call somebody without a name: alone, or at the beginning, no name. */
export const smallTalk = words(`
  ok okay k cancel stop help start back undo done good great nice cool fine perfect super sure right wow morning evening
  afternoon night day thx ty cheers welcome sorry how what why who where which oops hmm haha lol test testing sounds
  got see bye goodbye congrats congratulations yep yeah nope no
  ja nein gut guter prima klasse genau tag abend moin servus tschüss abbrechen hilfe wie was warum wer wo
  да нет ок окей хорошо отлично супер понял поняла доброе доброго утро день вечер пока отмена помощь как что почему кто где
  sí si vale bien claro genial perfecto buen días tardes noches cancelar ayuda cómo qué quién adiós
  sim não ótimo legal beleza tudo dia tarde noite tchau valeu
  client customer prospect colleague somebody someone everybody kunde kundin kollege kollegin
  клиент клиентка заказчик заказчица покупатель коллега cliente colega
`);

/** Common first names: they tell "Petrova, Anna" from "Anna, Acme". */
export const firstNames = words(`
  anna anne ana maria marie mary marta martha sarah sara laura lisa julia katharina katrin claudia sabine ute petra
  monika susanne stefanie sandra nicole christine jennifer jessica emily emma olivia sophia sophie elena olga irina
  natalia svetlana ekaterina tatiana anastasia daria lucía lucia carmen isabel paula beatriz fernanda mariana camila
  juliana patricia patrícia linda karen susan nancy helen kate alice jane rachel rebecca hannah lena eva
  john james robert michael david william richard thomas charles daniel matthew mark paul steven andrew joshua kevin
  brian george edward peter hans klaus jürgen wolfgang stefan andreas christian markus martin matthias jan jörg uwe
  ralf frank bernd max felix lukas jonas tim tobias sebastian alexander oliver philipp ivan sergey dmitry alexey
  andrey mikhail vladimir pavel nikita maxim jose josé juan carlos luis miguel antonio javier pedro pablo diego
  fernando joão joao paulo rafael bruno tiago ricardo eduardo bob tom jim joe mike dave steve chris alex sam ben dan
  nick anna-maria kim
  анна мария елена ольга ирина наталья светлана екатерина татьяна анастасия дарья юлия иван сергей дмитрий алексей
  андрей михаил владимир павел никита максим александр николай
`);

/** The end of a role in Chinese, which parts no words. */
export const chineseRole = /(?:经理|总监|工程师|创始人|执行官|总裁|董事长|主管|代表|顾问)$/u;

/** "Met Anna at the fair": what a person did stands before the name. */
export const actWords = words(`
  met meet saw spoke talked called call with to new lead contact meeting
  traf getroffen treffen mit anruf neuer kontakt встретил встретила встреча познакомился познакомилась говорил говорила
  с со звонил звонила новый лид контакт conocí hablé con llamar reunión nuevo contacto conheci falei com ligar reunião
  novo contato a
`);

/** Everybody can have an address there: it says nothing about a company. */
export const freeMail = words(`
  gmail googlemail yahoo ymail hotmail outlook live msn icloud me mac aol gmx web t-online freenet posteo mailbox proton
  protonmail pm tutanota tuta zoho fastmail hey mail yandex ya rambler bk inbox list internet ukr bol uol terra ig
  email qq 163 126 naver duck telefonica arcor
`);
