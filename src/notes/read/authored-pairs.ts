import { markedAnswer, markedQuestion } from '../../language/any/authored.js';
import type { AuthoredCard } from './authored-blocks.js';
import { codeText } from './block-text.js';
import { type AnyEntry, type Entry, isTextEntry } from './entries.js';

/** What stands below an answer and belongs to it: the items that it introduces, a block of code. */
function belongs(made: AnyEntry, answer: Entry, isOpen: boolean): string | null {
  if (made.kind === 'code') return isOpen ? codeText(made) : null;
  if (!isTextEntry(made)) return null;
  const isBelow = made.parents.includes(answer) || (made.kind === 'item' && made.lead === answer.inline);
  if (isBelow)
    return `${'  '.repeat(Math.max(0, made.parents.length - answer.parents.length - 1))}- ${made.inline.text}`;
  return made.isFollowUp && markedQuestion(made.inline.text) === null ? made.inline.text : null;
}

type Pair = { readonly card: AuthoredCard; readonly used: number };

/** `Q: …` with `A: …` below it, and `P:`, `R:`, "Pregunta", "Respuesta" …; the answer may go on over lines. */
function pairAt(entries: readonly AnyEntry[], index: number): Pair | null {
  const [asked, answered] = [entries[index], entries[index + 1]];
  if (!asked || !answered || !isTextEntry(asked)) return null;
  const question = asked.inline.text;
  const marked = markedQuestion(question);
  if (answered.kind === 'code' && marked !== null && asked.labelsCode) {
    const card = { form: 'basic', front: marked, back: codeText(answered), line: asked.inline.line } as const;
    return marked === '' ? null : { card, used: 2 };
  }
  if (!isTextEntry(answered)) return null;
  const first = markedAnswer(answered.inline.text, marked !== null);
  if (!(marked !== null || question.endsWith('?')) || first === null) return null;
  const back = first === '' ? [] : [first];
  let used = 2;
  for (let next = entries[index + used]; next; next = entries[index + used]) {
    const isOpen = first === '' || first.endsWith(':') || (used === 2 && answered.labelsCode);
    const more = belongs(next, answered, isOpen);
    if (more === null) break;
    back.push(more);
    used += 1;
  }
  const front = marked ?? question;
  if (front === '' || back.length === 0) return null;
  return { card: { form: 'basic', front, back: back.join('\n'), line: asked.inline.line }, used };
}

/** Questions and answers that stand below each other, put together. */
export function pairedAnswers(entries: readonly AnyEntry[]): readonly AnyEntry[] {
  const paired: AnyEntry[] = [];
  for (let index = 0; index < entries.length; ) {
    const made = entries[index];
    if (!made) break;
    const pair = pairAt(entries, index);
    paired.push(pair ? { kind: 'authored', section: made.section, card: pair.card } : made);
    index += pair?.used ?? 1;
  }
  return paired;
}
