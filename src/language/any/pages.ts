import { eitherCase, pattern } from '../../core/word-pattern.js';
import { anyList } from '../lists.js';

const CREDITS = pattern(
  'iu',
)`^${anyList('credits')}\s*(?::|[-–]\s|\s${anyList('credits joined by')}\s|$)|^(?:©|copyright)\s|^\/{3}`;
/** A title is named beside a person, never a fact. */
const CREDITED = pattern(
  'u',
)`(?<=\S\s)${eitherCase(anyList('titles of people'))}\s*:\s*\p{Lu}[\p{L}.]*(?:\s\p{Lu}[\p{L}.]*){0,4}\s*$`;
/** "Todo" is Spanish for "all"; only in capitals or with a colon does it mean that something is to be done. */
const UNDONE = pattern(
  'u',
)`^(?:TODO|FIXME|TBD|WIP)(?!\p{L})(?!\s\p{Lu}{2})|^${eitherCase(anyList('undone'))}\s*(?::|$)`;
const METADATA = pattern('iu')`^${anyList('metadata')}\s*:{1,2}\s`;
const PROPERTY = pattern('iu')`^${anyList('page properties')}\s*:{1,2}\s+(?:\S+\s*){1,6}$`;
const FIELD = pattern('iu')`^${anyList('fields')}::\s`;

/** Whether a line says who made the notes, by its beginning or behind what it is about: "Topic: … Student: Ana". */
export function isCredit(line: string): boolean {
  return CREDITS().test(line) || CREDITED().test(line);
}

/** A note to oneself. */
export function isUndone(line: string): boolean {
  return UNDONE().test(line);
}

/** What a page says about itself, as Notion and Obsidian write it. */
export function isMetadata(line: string): boolean {
  return METADATA().test(line);
}

/** The same right below the title, where it says nothing of the matter. */
export function isPageProperty(line: string): boolean {
  return PROPERTY().test(line);
}

/** The same as a field of Obsidian's Dataview, which looks like a card on one line. */
export function isPageField(line: string): boolean {
  return FIELD().test(line);
}
