import type { Block, View } from '../../chat/port.js';
import type { Language } from '../../core/language.js';
import type { Proposal, UnclearCard } from '../../tutor/decks/propose-import.js';
import { button } from '../controls.js';
import { escapeInline, stripMarkdown } from '../markdown.js';
import { say } from '../messages/say.js';
import { shortenLabel } from '../words.js';
import { pageButtons } from './page-controls.js';

/** How many unclear cards the overview lists; each has a page. */
const LISTED = 5;
const LINE = 160;
const LABEL = 70;

/** The choice for "a new card". No card has this id. */
export const IS_NEW = '+new';
export const LEFT_OPEN = '+open';

type Side = { readonly front: string; readonly back: string };

function line({ front, back }: Side): string {
  return escapeInline(shortenLabel(stripMarkdown(`${front} → ${back}`), LINE));
}

/** All unclear cards, decided ones included. */
export function questionsOf({ plan }: Proposal): readonly UnclearCard[] {
  return plan.notes.flatMap(({ outcome }) => (outcome.kind === 'change' ? outcome.questions : []));
}

/** Unclear cards without a valid decision. */
export function openQuestions(looked: Proposal): readonly UnclearCard[] {
  const unclear = looked.plan.notes.flatMap(({ outcome }) => (outcome.kind === 'change' ? outcome.diff.unclear : []));
  const open = new Set(unclear.map(({ after }) => after.id));
  return questionsOf(looked).filter(({ after }) => open.has(after.id));
}

/** What happens to an unclear card by the present decision, in words. */
function decisionText(language: Language, looked: Proposal, question: UnclearCard): string {
  const { after, candidates } = question;
  if (openQuestions(looked).includes(question)) {
    const isKept = candidates.some(({ id }) => id === after.id);
    return say(language, isKept ? 'import.open.kept' : 'import.open.new');
  }
  const decision = looked.decisions[after.id];
  if (decision?.kind !== 'same') return say(language, 'import.decided.new');
  return say(language, 'import.decided.same', { number: candidates.findIndex(({ id }) => id === decision.card) + 1 });
}

/** The unclear cards below an overview. */
export function unclearBlocks(language: Language, looked: Proposal): readonly Block[] {
  const questions = questionsOf(looked);
  if (questions.length === 0) return [];
  const items = questions
    .slice(0, LISTED)
    .map((question) => `${line(question.after)} · *${decisionText(language, looked, question)}*`);
  const more = questions.length - LISTED;
  return [
    { kind: 'text', markdown: `**${say(language, 'import.unclear')}**` },
    { kind: 'list', items: more > 0 ? [...items, say(language, 'import.more', { count: more })] : items },
  ];
}

/** One unclear card with the stored ones that it may be. `page` counts from 0 and is clamped. */
export function importChoiceView(language: Language, looked: Proposal, page: number): View {
  const questions = questionsOf(looked);
  const index = Math.max(0, Math.min(page, questions.length - 1));
  const question = questions[index];
  const back = button(say(language, 'import.back'), 'import.back', [looked.id], 'primary');
  if (question === undefined) {
    return { body: [{ kind: 'text', markdown: say(language, 'import.all-clear') }], controls: [back] };
  }
  const { after, candidates } = question;
  const decision = looked.decisions[after.id];
  const chosen = decision?.kind === 'same' ? decision.card : decision?.kind === 'new' ? IS_NEW : LEFT_OPEN;
  const options = [
    ...candidates.map((card, at) => ({
      label: shortenLabel(`${at + 1}. ${stripMarkdown(card.front)}`, LABEL),
      value: String(card.id),
    })),
    { label: say(language, 'import.option.new'), value: IS_NEW },
    { label: say(language, 'import.option.open'), value: LEFT_OPEN },
  ];
  const place = { page: index, size: 1, total: questions.length };
  return {
    title: say(language, 'import.choose.title', { number: index + 1, of: questions.length }),
    body: [
      { kind: 'text', markdown: say(language, 'import.choose.fresh') },
      { kind: 'list', items: [`**${line(after)}**`] },
      { kind: 'text', markdown: say(language, 'import.choose.stored') },
      { kind: 'list', ordered: true, items: candidates.map(line) },
    ],
    controls: [
      {
        kind: 'select',
        label: say(language, 'import.choose.which'),
        action: { action: 'import.choose', args: [looked.id, after.id] },
        options: options.map((option) => ({ ...option, selected: option.value === chosen })),
      },
      ...pageButtons(language, place, 'import.unclear', (to) => [looked.id, to]),
      back,
    ],
    footer: decisionText(language, looked, question),
  };
}
