/** What a message may use; '' for what is not known. `when` is a month or a day in the message's language. */
export type About = { hello: string; company: string; offer: string; when: string };

/** A message in two parts; somebody who likes it short leaves the second out. */
export type Message = (about: About) => [string, string];

/** How one language says what a follow-up has to say. */
export type Messages = {
  /** A greeting for a first name, or for none. */
  greet: Record<'warm' | 'formal', (first: string) => string>;
  /** First messages, by how the two got to know each other. */
  met: Message;
  inbound: Message;
  cold: Message;
  proposal: Message;
  demo: Message;
  /** And what follows. */
  afterDemo: Message;
  useful: Message;
  decide: Message;
  call: Message;
  smaller: Message;
  close: Message;
  checkIn: Message;
  /** After news: the right time has come, or is yet to come; thanks for an answer; a no. */
  nowIsTheTime: Message;
  before: Message;
  thanks: Message;
  farewell: Message;
  /** To add to a message. */
  warmth: string;
  caseStudy: string;
  mention: (what: string) => string;
};
export type MessageKey = {
  [Key in keyof Messages]: Messages[Key] extends Message ? Key : never;
}[keyof Messages];
