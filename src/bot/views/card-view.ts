import type { ActionRef, Form, View } from '../../chat/port.js';
import type { Sides } from '../../core/card.js';
import type { Language } from '../../core/language.js';
import type { AddedCard } from '../../tutor/decks/add-card.js';
import { button } from '../controls.js';
import { escapeInline } from '../markdown.js';
import { type MessageKey, say } from '../messages/say.js';

/** In characters; a longer front cannot be learned. */
const MAX_FRONT = 300;
const MAX_BACK = 1_000;
/** The limit of a form's field on every platform; cards of notes may be longer than those that people write. */
const FIELD = 3_000;

/** Whether a form can show the whole card, so that saving it loses nothing. */
export function fitsForm({ front, back }: Sides): boolean {
  return front.length <= FIELD && back.length <= FIELD;
}

function lengthOf(text: string, usual: number): number {
  return Math.min(FIELD, Math.max(usual, text.length));
}

const TITLES = {
  new: 'card.form',
  edit: 'card.form.edit',
  suggestion: 'card.form.suggestion',
  gap: 'card.form.gap',
} as const satisfies Readonly<Record<string, MessageKey>>;

type CardFormOptions = {
  /** The purpose of the form, which gives its title. */
  readonly purpose: keyof typeof TITLES;
  readonly action: ActionRef;
};

const NEW: CardFormOptions = { purpose: 'new', action: { action: 'card.add', args: [] } };

/** A form for a card's two sides. */
export function cardForm(language: Language, sides: Sides, { purpose, action }: CardFormOptions = NEW): Form {
  const front = lengthOf(sides.front, MAX_FRONT);
  const back = lengthOf(sides.back, MAX_BACK);
  return {
    title: say(language, TITLES[purpose]),
    action,
    submitLabel: say(language, 'card.save'),
    fields: [
      {
        kind: 'text',
        name: 'front',
        label: say(language, 'card.front'),
        value: sides.front.slice(0, front),
        placeholder: say(language, 'card.front.placeholder'),
        required: true,
        multiline: sides.front.includes('\n'),
        maxLength: front,
      },
      {
        kind: 'text',
        name: 'back',
        label: say(language, 'card.back'),
        value: sides.back.slice(0, back),
        hint: say(language, 'card.hint'),
        required: true,
        multiline: true,
        maxLength: back,
      },
    ],
  };
}

/** The stored card with the possible next steps. */
export function addedCardView(language: Language, added: AddedCard, sides: Sides): View {
  const controls = [
    button(say(language, 'explain.quiz'), 'explain.quiz', [added.passage], 'primary'),
    button(say(language, 'explain.add'), 'explain.add', [added.passage]),
  ];
  if (added.kind === 'known') {
    return { tone: 'neutral', body: [{ kind: 'text', markdown: say(language, 'card.known') }], controls };
  }
  return {
    tone: 'success',
    body: [
      { kind: 'text', markdown: say(language, 'card.added', { deck: escapeInline(added.deckName) }) },
      { kind: 'headline', markdown: sides.front },
      { kind: 'text', markdown: sides.back },
    ],
    controls,
  };
}
