import type { Language } from '../../../core/language.js';
import type { GrammaticalNumber } from '../../../language/nouns.js';
import { clauseOf } from '../../../language/questions.js';
import { isNominal } from '../../../language/subject.js';
import { countWords, plainMarkdown } from '../../../language/text.js';
import type { Entry } from '../../read/entries.js';
import { isLead } from '../../read/entries.js';
import { entryTerm } from '../entry-term.js';
import type { EntryPlace } from '../rule.js';
import { termNames } from '../terms.js';
import { cleanTitle, isGenericTitle, lineTopic, namedTopic, SOME, type Topic } from '../topic.js';

const LONGEST_NAME_WORDS = 6;
/** "Las ventajas de este modelo son": what the line names, without its verb. */
const IS_NAMED = {
  es: /^(?:(?:los|las|sus)\s+)?(.+?)\s+(?:son|es)(?:\s+(?:los|las|el|la)\s+siguientes?)?\s*:$/iu,
  en: /^(?:the\s+)?(.+?)\s+(?:are|is)(?:\s+(?:as follows|the following))?\s*:$/iu,
} as const;
/** "de este modelo", "of this approach": the heading says of which. */
const OF_THIS = /\s+(?:de|of)\s+(?:est[eao]s?|es[eao]s?|th(?:is|ese|at))(?:\s+\S+)?$/iu;
/** What no name ends or begins with: "Even cheaper but", "The same as". */
const HANGS =
  /\s(?:but|and|or|as|to|of|that|by|with|for|in|on|includes?|including|are|is|have|has|pero|y|o|que|de|con|para|por|en|como|incluyen?|son|es|tienen?)$|^(?:in|on|at|with|without|for|if|when|after|before|by|from|en|con|sin|si|cuando|para|por|desde|seg[uú]n|al|overall|even|same|similar|only|also|still|igual|similar|misma?|s[oó]lo|aunque|adem[aá]s)\s/iu;
const CLEAN_OPENING = /^[\p{L}\p{N}`"“(¿.#@/-]/u;

/** "The ER is a network of membranes:" says all by itself, whatever follows. */
export function isWholeStatement(line: string, language: Language): boolean {
  const clause = clauseOf(line.replace(/\s*:$/u, '.'), language);
  if (!clause?.subject || !/^(?:is|are|es|son)$/u.test(clause.verbWord) || countWords(clause.rest) < 5) return false;
  const isNoun = /^(?:an?|the|one|un|una|el|la|los|las)\s/iu.test(clause.rest);
  return isNoun && !LEAVES_OPEN.test(clause.rest);
}

/** Words that point to a list which is still to come. */
const LEAVES_OPEN =
  /(?:^|\s)(?:siguientes?|following|these|estos|estas|dos|tres|cuatro|two|three|four|varios|varias|several|\d+|tipos|types|kinds|formas|ways)(?:\s|$)|\s(?:que|that|to|a|de|of|by|por|para|with|con|en|in|como|as|and|y|but|pero|si|if|when|cuando)$/iu;

/** The name that a line gives to what follows: "**Physical Layer:**", "Máquinas virtuales:", "The benefits are:". */
export function leadName(text: string, language: Language): string | null {
  const plain = plainMarkdown(text);
  const named = IS_NAMED[language].exec(plain)?.[1]?.replace(OF_THIS, '');
  const subject = named ?? (text.endsWith(':') ? subjectOf(plain, language) : null);
  const name = (subject ?? cleanTitle(plain).replace(OF_THIS, '')).replace(SOME, '');
  const isName =
    CLEAN_OPENING.test(name) && !HANGS.test(name) && countWords(name) <= LONGEST_NAME_WORDS && !/[?¿,.;]/u.test(name);
  return isName && !isGenericTitle(name) && clauseOf(name, language) === null ? name : null;
}

/** "Los volúmenes son … Existen 3 tipos:" speaks of the volumes. */
function subjectOf(text: string, language: Language): string | null {
  const subject = clauseOf(text, language)?.subject ?? null;
  return subject !== null && countWords(subject) <= 4 && isNominal(subject, language) ? subject : null;
}

function parentName(parent: Entry, language: Language): string | null {
  const term = entryTerm(parent);
  if (term && term.separator !== 'verb') return termNames(plainMarkdown(term.term)).name;
  return isLead(parent.inline) || countWords(parent.inline.text) <= 5 ? leadName(parent.inline.text, language) : null;
}

/** What an entry speaks of: the item above it, the line that introduces its list, or the heading. */
export function entryTopic(place: EntryPlace): Topic {
  const { entry, language, deck, topic } = place;
  const parent = entry.parents.at(-1);
  const lead = entry.parents[0]?.lead ?? entry.lead;
  const above = lead && parent ? leadName(lead.text, language) : null;
  const outer = above ? lineTopic(above, topic, language, deck.use) : topic;
  const name = parent ? parentName(parent, language) : lead && leadName(lead.text, language);
  if (name) return lineTopic(name, outer, language, deck.use);
  // Below an item that is no name nobody can tell who "provides" or "creates".
  return parent && topic.kind === 'thing' ? { ...topic, kind: 'action' } : topic;
}

/** A defined term as the topic of what else is said of it. */
export function termTopic(term: string, { language, deck }: EntryPlace, number?: GrammaticalNumber): Topic {
  const topic = namedTopic(termNames(plainMarkdown(term)).name, language, deck.use);
  const named = term.startsWith('`') ? { title: term, name: term } : {};
  return { ...topic, ...named, number: number ?? topic.number };
}
