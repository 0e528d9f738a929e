import { doubtWords } from '../bot/doubt-words.js';
import type { Card, Deck } from '../core/card.js';
import type { ExitCode, Io } from './io.js';
import { printJson } from './io.js';
import { say } from './messages/say.js';
import { hasErrors, type ReadInput, readDecks } from './notes-input.js';
import { reportReading } from './report.js';
import { problemJson } from './word-problem.js';

type CardsOptions = {
  readonly json: boolean;
  /** Lists the doubtful cards too. */
  readonly doubtful?: boolean;
};

/** `repaso cards`: shows which cards the notes give. Stores nothing. */
export async function cards(io: Io, paths: readonly string[], options: CardsOptions): Promise<ExitCode> {
  return reportCards(io, await readDecks(io, paths), options);
}

/** Reports what the notes give, as text for people or as JSON for scripts. */
export function reportCards(io: Io, { reads, problems }: ReadInput, options: CardsOptions): ExitCode {
  const decks = reads.flatMap((read) => (read.deck === null ? [] : [read.deck]));
  if (options.json) {
    printJson(io, {
      decks: decks.map((deck) => deckJson(io, deck, options)),
      problems: problems.map((problem) => problemJson(io.language, problem)),
      repairs: reads.flatMap((read) => (read.repair === null ? [] : [read.repair])),
    });
    return hasErrors(problems) ? 1 : 0;
  }
  for (const deck of decks) {
    const listed = options.doubtful === true ? deck.doubtful : deck.cards;
    io.out(say(io.language, 'cards.deck', { name: deck.name, cards: listed.length, source: deck.source }));
    for (const card of listed) io.out(cardText(io, card));
    io.out('');
  }
  tellTotal(io, decks, options);
  reportReading(io, reads, problems);
  return hasErrors(problems) ? 1 : 0;
}

function tellTotal(io: Io, decks: readonly Deck[], options: CardsOptions): void {
  const total = (listOf: (deck: Deck) => readonly Card[]) => decks.reduce((sum, deck) => sum + listOf(deck).length, 0);
  const doubtful = total((deck) => deck.doubtful);
  if (options.doubtful === true) {
    io.out(say(io.language, 'cards.doubtful.total', { cards: doubtful }));
    return;
  }
  io.out(say(io.language, 'cards.total', { cards: total((deck) => deck.cards), decks: decks.length }));
  if (doubtful > 0) io.out(say(io.language, 'cards.doubtful.more', { cards: doubtful }));
}

function deckJson(io: Io, { name, language, source, cards: made, doubtful }: Deck, options: CardsOptions): object {
  const list = { doubtful: doubtful.map((card) => ({ ...cardJson(card), ...doubtJson(io, card) })) };
  return {
    name,
    language,
    source,
    cards: made.map(cardJson),
    doubtfulCount: doubtful.length,
    ...(options.doubtful === true ? list : {}),
  };
}

/** `reason` is for scripts; `why` says the same to people. */
function doubtJson(io: Io, { doubt }: Card): object {
  if (doubt === undefined) return {};
  return { reason: doubt.reason, why: doubtWords(io.language, doubt.reason), score: doubt.score };
}

/** The card in the shape that `cli.md` documents. */
function cardJson(card: Card): object {
  const { id, kind, front, back, context, hint, choices, source, tags } = card;
  return {
    id,
    kind,
    front,
    back,
    context,
    ...(hint === undefined ? {} : { hint }),
    ...(choices === undefined ? {} : { choices }),
    source,
    tags,
  };
}

function cardText(io: Io, card: Card): string {
  const indent = (text: string) => text.replaceAll('\n', '\n      ');
  const place = `${card.source.file}:${card.source.line}`;
  const { doubt } = card;
  const why = doubt === undefined ? '' : `\n    ~ ${doubtWords(io.language, doubt.reason)} (${doubt.score})`;
  return `\n  ${card.context.join(' › ')} · ${card.kind} · ${place}\n    ? ${indent(card.front)}\n    = ${indent(card.back)}${why}`;
}
