/** What a line such as "Anna Petrova, CTO at Acme, met at the fair, wants a demo" says. */
export type ParsedLead = {
  name: string;
  company: string;
  role: string;
  telegram: string;
  email: string;
  notes: string;
};

const atWords = ['at', '@', 'with', 'bei', 'в', 'en', 'na'];
/** Only where none of the above stands: "CEO of Acme", but "Head of Sales at Acme". */
const ofWords = ['of', 'von', 'de'];

/**
 * Reads a lead from free text: the name comes first, "role at company" may follow, everything else is the note. A
 * handle or an e-mail address is recognised wherever it stands. Never fails: what is not understood stays in the note.
 */
export function parseLead(text: string): ParsedLead {
  const { rest, telegram, email } = takeContacts(text);
  const parts = rest
    .split(/[,;\n]/)
    .map((part) => part.trim())
    .filter(Boolean);
  const [name = '', second = '', ...others] = parts;
  const job = splitJob(second);
  const notes = job ? others : [second, ...others];
  return {
    name,
    role: job?.role ?? '',
    company: job?.company ?? '',
    telegram,
    email,
    notes: notes.filter(Boolean).join(', '),
  };
}

/** "CTO at Acme" → role and company; null when the words say something else ("met at the fair"). */
function splitJob(part: string): { role: string; company: string } | null {
  const words = part.split(/\s+/);
  const find = (wanted: string[]) => words.findIndex((word) => wanted.includes(word.toLowerCase()));
  const at = find(atWords) > 0 ? find(atWords) : find(ofWords);
  const company = words.slice(at + 1).join(' ');
  const role = words.slice(0, at).join(' ');
  // A company is a name: it starts with a capital letter or a digit, in any script that has them.
  const namesCompany = company !== '' && /^[^\p{Ll}]/u.test(company);
  const isAct = /^(met|meet|saw|spoke|talked|works?|знаком|встретил)/iu.test(role);
  return at > 0 && namesCompany && !isAct ? { role, company } : null;
}

function takeContacts(text: string) {
  let telegram = '';
  let email = '';
  const words = text.split(/(\s+)/).map((word) => {
    const bare = word.replace(/[,;]+$/, '');
    // As mail programs write it: Bob Stone <bob@x.example>.
    const contact = bare.replace(/^[<(["']+|[>)\]"']+$/g, '');
    if (!email && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(contact)) email = contact;
    else if (!telegram && /^@[A-Za-z]\w{3,31}$/.test(contact)) telegram = contact.slice(1);
    else return word;
    // The comma after it still parts what stands around it.
    return word.slice(bare.length);
  });
  return { rest: words.join(''), telegram, email };
}
