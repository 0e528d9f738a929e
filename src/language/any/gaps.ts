import { pattern } from '../../core/word-pattern.js';
import { anyList, anySet } from '../lists.js';

const UNITS_OF_SCIENCE = '[kKMGTP]?i?[bB](?:ps|its?|ytes?)?|[mµn]s|s|[kcm]?m|kg|mg|g|[kMG]?Hz|[kM]?[VWA]|°C';
const UNIT = pattern('u')`^(?:${UNITS_OF_SCIENCE}|${anyList('units')})$`;
const NUMBERED = pattern('iu')`^${anyList('numbered things')}$`;
const ADVERB = pattern('u')`${anyList('adverb endings')}$`;
const JOINTS = anySet('joints');
const WITH_NOUN = anySet('whole names');
const LEADS_ON = anySet('leads on');
const SUBJECT_ARTICLES = anySet('subject articles');
const DEGREES = anySet('degrees');
const DENIALS = anySet('sentence denials');
const LINKS = anySet('links in names');

/** What an amount is counted in; it is hidden with it. */
export function isUnit(word: string): boolean {
  return UNIT().test(word);
}

/** "Layer" of "Layer 7": a name with its number, no amount. */
export function takesNumber(word: string): boolean {
  return NUMBERED().test(word);
}

export function isAdverb(folded: string): boolean {
  return ADVERB().test(folded);
}

/** "privadas o públicas": both carry the fact. */
export function joinsTwo(word: string): boolean {
  return JOINTS.has(word);
}

/** Adjectives that carry the fact together with their noun. */
export function goesWithNoun(folded: string): boolean {
  return WITH_NOUN.has(folded);
}

/** Words that only lead from a verb to its object. */
export function leadsOn(folded: string): boolean {
  return LEADS_ON.has(folded);
}

export function opensSubject(folded: string): boolean {
  return SUBJECT_ARTICLES.has(folded);
}

export function isDegree(folded: string): boolean {
  return DEGREES.has(folded);
}

/** Small words inside a name: "Acuerdo de Nivel de Servicio", "Bank of England". */
export function linksName(word: string): boolean {
  return LINKS.has(word);
}

/** "No tengo X, tengo Y": the sentence turns to what is so. */
export function opensDenial(folded: string): boolean {
  return DENIALS.has(folded);
}
