import { isHalfLine, leavesListOpen, opensThing, withoutOfThis } from '../../../language/any/lines.js';
import { isBe } from '../../../language/any/sentences.js';
import type { Grammar } from '../../../language/grammar.js';
import type { GrammaticalNumber } from '../../../language/nouns.js';
import { countWords, plainMarkdown } from '../../../language/text.js';
import type { Entry } from '../../read/entries.js';
import { isLead } from '../../read/entries.js';
import { entryTerm } from '../entry-term.js';
import type { EntryPlace } from '../rule.js';
import { termNames } from '../terms.js';
import { cleanTitle, isGenericTitle, lineTopic, namedTopic, type Topic, uncounted } from '../topic.js';

const LONGEST_NAME_WORDS = 6;
const CLEAN_OPENING = /^[\p{L}\p{N}`"“(¿.#@/-]/u;

/** "The ER is a network of membranes:" says all by itself, whatever follows. */
export function isWholeStatement(line: string, { sentences }: Grammar): boolean {
  const clause = sentences.clauseOf(line.replace(/\s*:$/u, '.'));
  if (!clause?.subject || !isBe(clause.verbWord) || countWords(clause.rest) < 5) return false;
  return opensThing(clause.rest) && !leavesListOpen(clause.rest);
}

/** The name that a line gives to what follows: "**Physical Layer:**", "Máquinas virtuales:", "The benefits are:". */
export function leadName(text: string, grammar: Grammar): string | null {
  const plain = plainMarkdown(text);
  const named = grammar.titles.nameInLine(plain);
  const subject = named === null && text.endsWith(':') ? subjectOf(plain, grammar) : named && withoutOfThis(named);
  const name = uncounted(subject ?? withoutOfThis(cleanTitle(plain)));
  const isName =
    CLEAN_OPENING.test(name) && !isHalfLine(name) && countWords(name) <= LONGEST_NAME_WORDS && !/[?¿,.;]/u.test(name);
  return isName && !isGenericTitle(name) && grammar.sentences.clauseOf(name) === null ? name : null;
}

/** "Los volúmenes son … Existen 3 tipos:" speaks of the volumes. */
function subjectOf(text: string, { sentences }: Grammar): string | null {
  const subject = sentences.clauseOf(text)?.subject ?? null;
  return subject !== null && countWords(subject) <= 4 && sentences.isNominal(subject) ? subject : null;
}

function parentName(parent: Entry, grammar: Grammar): string | null {
  const term = entryTerm(parent);
  if (term && term.separator !== 'verb') return termNames(plainMarkdown(term.term)).name;
  return isLead(parent.inline) || countWords(parent.inline.text) <= 5 ? leadName(parent.inline.text, grammar) : null;
}

/** What an entry speaks of: the item above it, the line that introduces its list, or the heading. */
export function entryTopic(place: EntryPlace): Topic {
  const { entry, grammar, deck, topic } = place;
  const parent = entry.parents.at(-1);
  const lead = entry.parents[0]?.lead ?? entry.lead;
  const grand = entry.parents.at(-2);
  const above = grand ? parentName(grand, grammar) : lead && parent ? leadName(lead.text, grammar) : null;
  const outer = above ? lineTopic(above, topic, grammar, deck.use) : topic;
  const name = parent ? parentName(parent, grammar) : lead && leadName(lead.text, grammar);
  if (name) return lineTopic(name, outer, grammar, deck.use);
  // Below an item that is no name nobody can tell who "provides" or "creates".
  return parent && topic.kind === 'thing' ? { ...topic, kind: 'action' } : topic;
}

/** A defined term as the topic of what else is said of it. */
export function termTopic(term: string, { grammar, deck }: EntryPlace, number?: GrammaticalNumber): Topic {
  const topic = namedTopic(termNames(plainMarkdown(term)).name, grammar, deck.use);
  const named = term.startsWith('`') ? { title: term, name: term } : {};
  return { ...topic, ...named, number: number ?? topic.number };
}
