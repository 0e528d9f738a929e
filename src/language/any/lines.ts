import { pattern } from '../../core/word-pattern.js';
import { anyList } from '../lists.js';

const LABEL = pattern('iu')`^(?:${anyList('labels')}(?:\s(?:\d{1,3}|[a-z]))?|[\d\s/._-]+)$`;
const NO_NAME = pattern('iu')`^${anyList('no names before')}\s`;
const HAS_VERB = pattern('iu')`(?:^|\s)${anyList('verbs in no name')}(?:\s|$)`;
const NAME_HANGS = pattern('iu')`\s${anyList('names hang on')}$`;
const LINE_HANGS = pattern('iu')`\s${anyList('line hangs on')}$|^${anyList('line begins no name')}\s`;
const ITEM_HANGS = pattern('iu')`\s${anyList('item hangs on')}\s*:?$`;
const OF_THIS = pattern('iu')`\s+${anyList('of')}\s+${anyList('this')}(?:\s+\S+)?$`;
const LEAVES_OPEN = pattern(
  'iu',
)`(?:^|\s)(?:${anyList('list openers')}|\d+)(?:\s|$)|\s${anyList('list is open after')}$`;
const THING = pattern('iu')`^${anyList('thing openers')}\s`;
const NUMBERED_PART = pattern(
  'iu',
)`^(?:\p{L}\d{0,2}|\p{L}+\s(?:n?[°º.]?\s?\d+(?:\.\d+)*|[ivxlc]+|${anyList('ordinals')}))$`;
const AROUND = pattern('iu')`(?<!\p{L})(?:${anyList('pointing words')})(?!\p{L})`;
const ALL = pattern('iu')`^${anyList('words for all')}\s`;
const RELATIVE = pattern('iu')`^${anyList('relative openers')}\s`;
const ONE = pattern('iu')`^${anyList('indefinite articles')}\s`;
const ASKS_WHICH = pattern('iu')`\d|${anyList('asks for which')}`;
const POINTED = pattern('iu')`(?<!\p{L})(?:${anyList('demonstratives')}|${anyList('this')})\s\p{L}`;
const ENDS_AS_EXAMPLE = pattern('iu')`(?:^|[\s,(])(?:e\.\s?g\.?|p\.\s?ej\.?|ej\.?|${anyList('examples below')})$`;
const ADVERBIAL = pattern('iu')`^${anyList('adverbials')}\s`;
const ANNOUNCEMENT = pattern(
  'iu',
)`,\s+(?:${anyList('announcement joints')}\s+)?${anyList('announcements')}(?:\s[^,.:]{0,80})?:$`;
const TELLS_TO = pattern('iu')`^${anyList('tells to')}(?!\p{L})`;
const SAYS_LITTLE = pattern('iu')`^(?:${anyList('says little')}|n\/?a)\.?$`;
const CROSS_REFERENCE = pattern('iu')`^${anyList('cross references')}\s+\S+(?:\s+\S+){0,3}\.?$`;
const ONE_OF_A_KIND = pattern('iu')`^(?:${anyList('indefinite articles')}\s)?\p{L}+\s${anyList('one of a kind')}\s`;

/** Whether a term announces something instead of naming it: "Nota", "Example 2". */
export function isLabel(term: string): boolean {
  return LABEL().test(term);
}

/** "Capítulo 1", "Figura 3", "Sección Primera", "A2": a part by its number. */
export function isNumberedPart(label: string): boolean {
  return NUMBERED_PART().test(label);
}

/** Whether a label names something: no half sentence, and nothing that is still to come. */
export function canBeName(label: string): boolean {
  return !(opensAside(label) || HAS_VERB().test(label));
}

/** Whether a text begins with a side clause or a pronoun, so that it says nothing of a thing by itself. */
export function opensAside(text: string): boolean {
  return NO_NAME().test(`${text} `);
}

/** "A la izquierda de", "Because of": the name is still to come. */
export function isNameToCome(label: string): boolean {
  return NAME_HANGS().test(label);
}

/** What no name ends or begins with: "Even cheaper but", "The same as". */
export function isHalfLine(line: string): boolean {
  return LINE_HANGS().test(line);
}

/** An item that only opens a list of its own: "Use the disk for:". */
export function isHalfItem(item: string): boolean {
  return ITEM_HANGS().test(item);
}

/** "Las ventajas de este modelo" without "de este modelo": the heading says of which. */
export function withoutOfThis(name: string): string {
  return name.replace(OF_THIS(), '');
}

/** Whether a sentence points to a list which is still to come. */
export function leavesListOpen(text: string): boolean {
  return LEAVES_OPEN().test(text);
}

/** "that open on Sunday": what was taken for a verb before it is a noun. */
export function opensRelative(text: string): boolean {
  return RELATIVE().test(text);
}

/** "Toda célula", "every process": what is said of all of a kind needs no heading. */
export function opensWithAll(subject: string): boolean {
  return ALL().test(subject);
}

/** "un …", "the …": what a sentence says a thing to be. */
export function opensThing(text: string): boolean {
  return THING().test(text);
}

/** "un derecho …", "a right …": a definition that begins so says what a thing is. */
export function opensOne(text: string): boolean {
  return ONE().test(text);
}

/** Whether what a line leaves open are the members of a kind. */
export function asksForWhich(line: string): boolean {
  return ASKS_WHICH().test(line);
}

/** Whether a line speaks of a thing that was named before it. */
export function speaksOfNamed(line: string): boolean {
  return POINTED().test(line);
}

/** "What happens here?", "a program like this": what is meant stands around the line. */
export function pointsAround(line: string): boolean {
  return AROUND().test(line);
}

/** "Multiset union, e.g.": what follows is an example of it. */
export function endsAsExample(name: string): boolean {
  return ENDS_AS_EXAMPLE().test(name);
}

export function isAdverbial(line: string): boolean {
  return ADVERBIAL().test(line);
}

/** ", a continuación se listan algunos:": what a sentence only announces. */
export function withoutAnnouncement(sentence: string): string {
  return sentence.replace(ANNOUNCEMENT(), '');
}

/** "Go to the Domains", "Make sure you": a step to be done. */
export function tellsTo(term: string): boolean {
  return TELLS_TO().test(term);
}

/** One word that only marks the term: "optional". */
export function saysLittle(definition: string): boolean {
  return SAYS_LITTLE().test(definition);
}

export function isCrossReference(definition: string): boolean {
  return CROSS_REFERENCE().test(definition);
}

/** "Port: a number of a service" says what ports are, "Port: 8080" which one it is. */
export function isOneOfAKind(definition: string): boolean {
  return ONE_OF_A_KIND().test(definition);
}
