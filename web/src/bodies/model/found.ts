import type { DirectoryBody, OfficeContact } from '../../api/types';

/** Those in which every word is found: in names, codes, nations, and how offices are reached. */
export function found(bodies: readonly DirectoryBody[], words: string): readonly DirectoryBody[] {
  return bodies.filter((body) => says(textOf(body), words));
}

export function foundContacts(contacts: readonly OfficeContact[], words: string): readonly OfficeContact[] {
  return contacts.filter((one) => says(textOfContact(one), words));
}

/** Levels in the order in which their bodies stand, the highest first. */
export function byLevel(bodies: readonly DirectoryBody[]): readonly (readonly [string, readonly DirectoryBody[]])[] {
  const levels = new Map<string, DirectoryBody[]>();
  bodies.forEach((body) => levels.set(body.level, [...(levels.get(body.level) ?? []), body]));
  return [...levels];
}

function says(text: string, words: string): boolean {
  const all = text.toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
}

function textOf({ code, name, offices }: DirectoryBody): string {
  return [
    code,
    name.en,
    name.ja,
    ...offices.flatMap((office) => [
      office.code,
      office.party,
      office.name.en,
      office.name.ja,
      ...office.contacts.map(textOfContact),
    ]),
  ].join('\n');
}

function textOfContact(one: OfficeContact): string {
  const { party, name, telephone, mail, radio, chat, duty, languages, remarks } = one;
  return [
    party,
    name.en,
    name.ja,
    telephone,
    mail,
    radio,
    chat,
    duty.en,
    duty.ja,
    languages,
    remarks.en,
    remarks.ja,
  ].join('\n');
}
