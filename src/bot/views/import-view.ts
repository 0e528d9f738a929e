import type { Block, Control, View } from '../../chat/port.js';
import type { Language } from '../../core/language.js';
import { refOf } from '../../core/short-ref.js';
import { countsOfCards, countsOfDiff } from '../../tutor/decks/change-counts.js';
import type { DeckRef } from '../../tutor/decks/find-deck.js';
import type { CardPlan } from '../../tutor/decks/import-cards.js';
import type { DecidedImport, ImportPlan, Proposal } from '../../tutor/decks/propose-import.js';
import type { DeckPlan } from '../../tutor/decks/sync-deck.js';
import { button } from '../controls.js';
import { escapeInline } from '../markdown.js';
import { type MessageKey, say } from '../messages/say.js';
import { shortenLabel } from '../words.js';
import { undoButtons } from './history-view.js';
import { cardSummary, changeBlocks, importCountsLine, limitedList, withPile } from './import-changes.js';
import { openQuestions, questionsOf, unclearBlocks } from './import-choice-view.js';
import { pileDeckOf, takeAllButton, waitingBlocks, waitingCardsOf } from './import-pile-view.js';
import { pileButtons } from './pile-view.js';

/** How many decks of a file are named; the rest are counted. */
const DECKS = 12;
/** How many decks are shown with their cards. */
const DECKS_IN_FULL = 2;
/** How many decks get a review button. */
const REVIEWED = 3;

type DeckPart = { readonly name: string; readonly counts: string; readonly details: readonly Block[] };

function text(markdown: string): Block {
  return { kind: 'text', markdown };
}

function ofNotes(language: Language, { file, read, outcome }: DeckPlan): DeckPart {
  const name = read.deck?.name ?? file;
  if (outcome.kind !== 'change') return { name, counts: say(language, 'import.unchanged'), details: [] };
  return {
    name,
    counts: withPile(language, countsOfDiff(outcome.diff, { isApplied: true }), outcome.waiting.length),
    details: changeBlocks(language, outcome),
  };
}

function ofCards(language: Language, plan: CardPlan): DeckPart {
  const { added, changed, resumed } = plan.merged;
  const returned = new Set(resumed);
  return {
    name: plan.name,
    counts: importCountsLine(language, countsOfCards(plan)),
    details: [
      ...limitedList(language, 'import.added', added, cardSummary),
      ...limitedList(
        language,
        'import.changed',
        changed.filter((card) => !returned.has(card)),
        cardSummary,
      ),
      ...limitedList(language, 'import.returned', resumed, cardSummary),
    ],
  };
}

function partsOf(language: Language, { notes, cards }: ImportPlan): readonly DeckPart[] {
  const parts = [...notes.map((plan) => ofNotes(language, plan)), ...cards.map((plan) => ofCards(language, plan))];
  // Decks with listed changes come first.
  return parts.sort((a, b) => Number(b.details.length > 0) - Number(a.details.length > 0));
}

function summary(language: Language, parts: readonly DeckPart[]): Block {
  const items = parts.slice(0, DECKS).map(({ name, counts }) => `**${escapeInline(name)}**: ${counts}`);
  const more = parts.length - DECKS;
  const rest = more > 0 ? [say(language, 'import.more-decks', { count: more })] : [];
  return { kind: 'list', items: [...items, ...rest] };
}

function detailsOf(parts: readonly DeckPart[]): readonly Block[] {
  const shown = parts.filter(({ details }) => details.length > 0).slice(0, DECKS_IN_FULL);
  if (parts.length === 1) return shown.flatMap(({ details }) => details);
  return shown.flatMap(({ name, details }): readonly Block[] => [text(`**${escapeInline(name)}**`), ...details]);
}

/** The one deck of one file of notes; `null` for a collection. */
function onlyDeck({ isNotes, notes }: ImportPlan): DeckPlan | null {
  return isNotes ? (notes[0] ?? null) : null;
}

function deckBody(language: Language, { outcome, file, isGone }: DeckPlan, isFromFolder: boolean): readonly Block[] {
  const news = isGone ? 'folder.gone' : 'folder.changed';
  return [
    ...(isFromFolder ? [text(say(language, news, { file: escapeInline(file) }))] : []),
    ...(outcome.kind === 'change'
      ? [
          text(withPile(language, countsOfDiff(outcome.diff), outcome.waiting.length)),
          ...changeBlocks(language, outcome),
        ]
      : [text(say(language, 'import.unchanged'))]),
  ];
}

function collectionBody(language: Language, plan: ImportPlan): readonly Block[] {
  const parts = partsOf(language, plan);
  const progress = say(language, 'import.progress', { count: plan.progress });
  return [summary(language, parts), ...detailsOf(parts), ...(plan.progress === 0 ? [] : [text(progress)])];
}

/** A button to the lines that gave no card or lost a part. */
function linesButton(language: Language, draft: string, { skipped, losses }: ImportPlan): readonly Control[] {
  if (skipped + losses === 0) return [];
  const label =
    skipped > 0
      ? say(language, 'import.lines', { count: skipped })
      : say(language, 'import.lines.partly', { count: losses });
  return [button(label, 'import.lines', [draft, 0])];
}

/** What an import would change, before anything has changed. */
export function proposedImportView(language: Language, proposal: Proposal, mayApply: boolean): View {
  const { id, plan, isFromFolder, isOwn } = proposal;
  const deck = onlyDeck(plan);
  const open = openQuestions(proposal).length;
  const choose = button(say(language, 'import.choose', { count: open }), 'import.unclear', [id, 0]);
  return {
    title: say(language, 'import.title', { name: deck?.name ?? plan.file }),
    body: [
      ...(deck === null ? collectionBody(language, plan) : deckBody(language, deck, isFromFolder)),
      ...unclearBlocks(language, proposal),
      ...waitingBlocks(language, proposal),
      ...(mayApply ? [] : [text(say(language, 'import.waits'))]),
    ],
    controls: [
      ...(mayApply ? [button(say(language, 'import.apply'), 'import.apply', [id], 'primary')] : []),
      ...(mayApply && questionsOf(proposal).length > 0 ? [choose] : []),
      ...(mayApply ? takeAllButton(language, proposal) : []),
      ...linesButton(language, id, plan),
      ...(mayApply || isOwn ? [button(say(language, 'import.drop'), 'import.drop', [id])] : []),
    ],
  };
}

/** A review button for each imported deck, or for all decks where nothing new came. */
function reviewButtons(language: Language, decks: readonly DeckRef[]): readonly Control[] {
  const start = say(language, 'review.start');
  if (decks.length === 0) return [button(start, 'review.start', [], 'primary')];
  return decks.slice(0, REVIEWED).map(({ deckId, name }, index) => {
    const label = decks.length === 1 ? start : say(language, 'import.review', { name: shortenLabel(name, 50) });
    return button(label, 'review.deck', [refOf(deckId)], index === 0 ? 'primary' : 'plain');
  });
}

/** The decks with something new to learn. */
function decksOf({ notes, cards }: ImportPlan): readonly DeckRef[] {
  const ofNotes = notes.flatMap(({ outcome, name }) =>
    outcome.kind === 'change' ? [{ deckId: outcome.change.deck.id, name }] : [],
  );
  const ofCards = cards.flatMap(({ outcome, deckId, name }) => (outcome === 'change' ? [{ deckId, name }] : []));
  return [...new Map([...ofNotes, ...ofCards].map((deck) => [deck.deckId, deck])).values()];
}

function appliedBody(language: Language, { plan, progress }: Applied): readonly Block[] {
  const deck = onlyDeck(plan);
  const done = say(language, 'import.applied', { name: escapeInline(deck?.name ?? plan.file) });
  if (deck !== null) return [text(`${done} ${ofNotes(language, deck).counts}`)];
  const said = (key: MessageKey, count: number): readonly string[] =>
    count === 0 ? [] : [say(language, key, { count })];
  const brought = [
    ...said('import.progress-brought', progress.imported),
    ...said('import.progress-kept', progress.alreadyReviewed),
  ];
  return [text([done, ...brought].join(' ')), summary(language, partsOf(language, plan))];
}

type Applied = Extract<DecidedImport, { readonly kind: 'applied' }>;

/** What an import has changed, for people who may undo it. */
export function appliedImportView(language: Language, applied: Applied): View {
  return {
    tone: 'success',
    body: appliedBody(language, applied),
    controls: [
      ...reviewButtons(language, decksOf(applied.plan)),
      ...pileButtons(language, waitingCardsOf(applied.plan).length, 'deck.pile.look', pileDeckOf(applied.plan)),
      button(say(language, 'help.decks'), 'deck.show'),
      ...(applied.made.length === 1 ? undoButtons(language, applied.made) : []),
    ],
  };
}
