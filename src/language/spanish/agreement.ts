import type { GrammaticalNumber } from '../nouns.js';
import { fold } from '../text.js';
import { SPANISH_VERBS } from './words.js';

const PLURALS: Readonly<Record<string, string>> = {
  es: 'son',
  era: 'eran',
  fue: 'fueron',
  está: 'están',
  estaba: 'estaban',
  puede: 'pueden',
  debe: 'deben',
  suele: 'suelen',
};
const SINGULARS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(PLURALS).map(([singular, plural]) => [plural, singular]),
);
/** Forms that notes often write without their accent. */
const ACCENTED: Readonly<Record<string, string>> = { esta: 'está', estan: 'están' };

/** The verb in the number of its subject: notes say "Permite" under "Los layers". */
export function agree(verb: string, number: GrammaticalNumber): string {
  const written = accented(verb);
  const helper = (number === 'pl' ? PLURALS : SINGULARS)[written];
  if (helper) return helper;
  const form = SPANISH_VERBS.get(fold(verb));
  if (!form || form.number === number) return written;
  return number === 'pl' ? form.plural : form.singular;
}

export function accented(verb: string): string {
  return ACCENTED[verb] ?? verb;
}

/** A plural verb under a singular heading speaks of something that the heading does not name. */
export function isForeignPlural(verbWord: string, number: GrammaticalNumber): boolean {
  return number === 'sg' && /n$/u.test(verbWord);
}
