import { asc, eq } from 'drizzle-orm';
import type { Db } from '../db/client.ts';
import { leads } from '../db/schema.ts';
import type { CapturedPerson } from '../db/stored-json.ts';
import { foldCompany, foldName } from './fold.ts';
import { countryOf, normalPhone } from './phone.ts';

/** The lead that a captured person is already, and by what that was seen. */
export type Duplicate = {
  leadId: string;
  name: string;
  company: string | null;
  by: 'telegram' | 'phone' | 'email' | 'name';
};

/** What leads are told apart by; '' or null for what is not known. */
type Known = Pick<Duplicate, 'leadId' | 'name' | 'company'> & {
  telegram: string | null;
  email: string | null;
  phone: string | null;
};

/** Whose captures these are, with what tells in which country their phone numbers are. */
export type Owner = { id: number } & Parameters<typeof countryOf>[0];

/** Finds for a person the lead they are already; `add` makes one more lead known, as many are saved at once. */
export type Finder = { find(person: CapturedPerson): Duplicate | null; add(lead: Known): void };

/** All leads of this person, read once, however many people are looked for among them. */
export async function readDuplicates(db: Db, user: Owner): Promise<Finder> {
  const { name, company, telegram, email, phone } = leads;
  const rows = await db
    .select({ leadId: leads.id, name, company, telegram, email, phone })
    .from(leads)
    .where(eq(leads.userId, user.id))
    .orderBy(asc(leads.createdAt), asc(leads.id));
  const finder = createFinder(countryOf(user));
  for (const row of rows) finder.add(row);
  return finder;
}

/**
 * By Telegram name, phone number, e-mail address, in this order, then by name and company: both written the same but for
 * case, accents and legal forms, or one of the companies not known. Of several the oldest lead counts.
 */
function createFinder(country: string): Finder {
  const ways = [new Map<string, Known>(), new Map<string, Known>(), new Map<string, Known>()] as const;
  const byName = new Map<string, Known[]>();

  const keysOf = (one: Pick<Known, 'telegram' | 'phone' | 'email'>) => [
    one.telegram?.toLowerCase() ?? '',
    (one.phone && normalPhone(one.phone, country)) || '',
    one.email?.toLowerCase() ?? '',
  ];

  function find(person: CapturedPerson): Duplicate | null {
    const keys = keysOf(person);
    for (const [index, by] of (['telegram', 'phone', 'email'] as const).entries()) {
      const lead = keys[index] ? ways[index]?.get(keys[index]) : undefined;
      if (lead) return found(lead, by);
    }
    const named = byName.get(foldName(person.name))?.find((lead) => mayBeOne(lead, person));
    return named ? found(named, 'name') : null;
  }

  function add(lead: Known): void {
    for (const [index, key] of keysOf(lead).entries())
      if (key && !ways[index]?.has(key)) ways[index]?.set(key, lead);
    const name = foldName(lead.name);
    if (name) byName.set(name, [...(byName.get(name) ?? []), lead]);
  }
  return { find, add };
}

const found = ({ leadId, name, company }: Known, by: Duplicate['by']): Duplicate => ({
  ...{ leadId, name, company, by },
});

/** Of the same name: not when they work elsewhere, or have another Telegram name. */
function mayBeOne(lead: Known, person: CapturedPerson): boolean {
  const [here, there] = [foldCompany(lead.company ?? ''), foldCompany(person.company)];
  const otherHandle = lead.telegram && person.telegram;
  return !otherHandle && (here === there || !here || !there);
}
