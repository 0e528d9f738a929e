import { remembering } from '../../core/remembering.js';
import { isLabel } from '../../language/any/lines.js';
import { countWords, tidy } from '../../language/text.js';
import { YEAR_TERM } from '../../language/time.js';
import type { Inline, Mark } from '../read/inline.js';

/** A term with what the notes say it is. */
export type DefinedTerm = {
  /** Light Markdown without emphasis: `LXC (Linux container)`, a command keeps its backticks. */
  readonly term: string;
  readonly isCode: boolean;
  /** What is between term and definition; a verb where the term is the subject of its own sentence. */
  readonly separator: 'arrow' | 'colon' | 'dash' | 'verb';
  readonly definition: string;
};

const ARROW = /^\s*(?:<?=+>|<?-+>|→|⇒|⟶|⇔|↔|:=|==?(?=\s)|≡)\s*/u;
const DASH = /^\s*[-–—]\s+/u;
const LOOSE_DASH = /^\s*(?:[-–—]\s*)/u;
const COLON = /^\s*:(?!:)\s*/u;
const URL_TAIL = /^\/\//;

const MAX_TERM_WORDS = 12;
/** `:::{admonition}` opens a directive of MyST. */
const DIRECTIVE = /^:{2,}/u;

function separated(rest: string, loose: boolean): { kind: 'arrow' | 'colon' | 'dash'; definition: string } | null {
  const arrow = ARROW.exec(rest);
  if (arrow) return { kind: 'arrow', definition: rest.slice(arrow[0].length) };
  const colon = COLON.exec(rest);
  if (colon) return { kind: 'colon', definition: rest.slice(colon[0].length) };
  const dash = (loose ? LOOSE_DASH : DASH).exec(rest);
  return dash ? { kind: 'dash', definition: rest.slice(dash[0].length) } : null;
}

function named(term: string, definition: string, isCommand = false): boolean {
  if (countWords(term) + (isCommand ? 1 : 0) === 0 || countWords(definition) === 0 || DIRECTIVE.test(term))
    return false;
  if (isLabel(term) && !YEAR_TERM.test(term)) return false;
  return (isCommand || countWords(term) <= MAX_TERM_WORDS) && !URL_TAIL.test(definition);
}

/** "A → B → C" is a flow, no definition of A. */
function isChain(kind: DefinedTerm['separator'], definition: string): boolean {
  return kind === 'arrow' && /(?:=>|->|→|⇒)/u.test(definition);
}

/** `**Term** => …`, `` `command`: … ``, `**Term:** …`, `**Term** (gloss): …`. */
function markedTerm({ text }: Inline, mark: Mark): DefinedTerm | null {
  const marked = text.slice(mark.start, mark.end).trim();
  const closed = /:$/u.test(marked);
  const gloss = closed ? '' : (/^\s*\([^()]{1,60}\)(?=\s*(?::|=+>|-|–|—|→))/u.exec(text.slice(mark.end))?.[0] ?? '');
  const name = tidy(marked.replace(/\s*:$/u, '') + gloss);
  const rest = text.slice(mark.end + gloss.length);
  const found = closed ? { kind: 'colon' as const, definition: rest.trim() } : separated(rest, true);
  if (!found || isChain(found.kind, found.definition)) return null;
  const definition = found.definition.trim();
  if (!named(name, definition, mark.kind === 'code')) return null;
  return { term: name, isCode: mark.kind === 'code', separator: found.kind, definition };
}

/** An option or a placeholder of a command: `-p {port}`, `${pwd}`, `{name}`. */
const COMMAND_LIKE = /^(?:-{1,2}\p{L}|\$|\{)|\s(?:-{1,2}\p{L}|\{)/u;
const PLAIN_TERM =
  /^((?:[^:;!?=.→⇒]|[:.](?!\s)|=(?!>)|\.(?=\s*$)){1,100}?)(\s*<?=+>|\s*<?-+>|\s*[→⇒⇔↔]|\s*(?<!:):(?=\s)|\s+:?==?(?=\s)|\s+[-–—](?=\s))\s*(.+)$/su;

/** `Term: definition`, `Term => …`, `Term - …` without any emphasis: only where the term is short. */
function plainTerm({ text }: Inline): DefinedTerm | null {
  const [, before = '', sign = '', after = ''] = PLAIN_TERM.exec(text) ?? [];
  const term = tidy(before);
  const definition = after.trim();
  const isCommand = COMMAND_LIKE.test(term);
  if (/^[\d.,\s–-]+$/u.test(term) && !YEAR_TERM.test(term)) return null;
  if (!named(term, definition, isCommand) || (!isCommand && (countWords(term) > 5 || term.includes(',')))) return null;
  const kind = /[>→⇒=]/u.test(sign) ? 'arrow' : sign.includes(':') ? 'colon' : 'dash';
  if (isChain(kind, definition) || (before.split('`').length - 1) % 2 === 1) return null;
  return { term, isCode: false, separator: kind, definition };
}

/** `[I] Economía`, `[*] FPP`: a mark of the author's before the term. */
const MARKED_BEFORE = /^\\?\[[^\]\\]{1,2}\\?\]\s+/u;

/** The term that a thought defines by a sign, or `null`. */
export const definedTerm = remembering((inline: Inline): DefinedTerm | null => {
  const found = termIn(inline);
  const term = found?.term.replace(MARKED_BEFORE, '') ?? '';
  return found && term !== '' ? { ...found, term } : found;
});

function termIn(inline: Inline): DefinedTerm | null {
  const [mark] = inline.marks;
  const led =
    mark && mark.start === 0 && mark.kind !== 'highlight' && mark.kind !== 'math' ? markedTerm(inline, mark) : null;
  return led ?? plainTerm(inline);
}

/** A bold subject of its own sentence, such as `**VM** provides a layer`: the term and what is said of it. */
export function boldSubject(inline: Inline): DefinedTerm | null {
  const [mark] = inline.marks;
  if (mark?.start !== 0 || mark.kind !== 'strong') return null;
  const term = tidy(inline.text.slice(0, mark.end));
  const definition = inline.text.slice(mark.end).trim();
  const goesOn = /^(?:\([^)]*\)\s*)?\p{L}/u.test(definition) && countWords(definition) >= 3;
  return goesOn && named(term, definition) ? { term, isCode: false, separator: 'verb', definition } : null;
}

/** "LXC (Linux container)" → `LXC`, with "Linux container" as another name. */
export function termNames(term: string): { readonly name: string; readonly aliases: readonly string[] } {
  const match = /^(.+?)\s*\(([^()]+)\)$/u.exec(term);
  const [, name, gloss] = match ?? [];
  if (!name || !gloss) return { name: term, aliases: [] };
  return { name, aliases: gloss.split(/\s*[,;/]\s*/u).filter((alias) => alias !== '') };
}
