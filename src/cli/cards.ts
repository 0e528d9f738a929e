import type { Card } from '../core/card.js';
import type { ExitCode, Io } from './io.js';
import { printJson } from './io.js';
import { say } from './messages/say.js';
import { hasErrors, readDecks } from './notes-input.js';
import { reportReading } from './report.js';

/** `repaso cards`: which cards would these notes become? Nothing is stored. */
export async function cards(io: Io, paths: readonly string[], options: { readonly json: boolean }): Promise<ExitCode> {
  const { reads, problems } = await readDecks(io, paths);
  const decks = reads.flatMap((read) => (read.deck === null ? [] : [read.deck]));
  if (options.json) {
    printJson(io, {
      decks: decks.map(({ name, language, source, cards: made }) => ({
        name,
        language,
        source,
        cards: made.map(cardJson),
      })),
      problems: problems.map(({ file, line, code, message }) => ({ file, line, code, message })),
      repairs: reads.flatMap((read) => (read.repair === null ? [] : [read.repair])),
    });
    return hasErrors(problems) ? 1 : 0;
  }
  for (const deck of decks) {
    io.out(say(io.language, 'cards.deck', { name: deck.name, cards: deck.cards.length, source: deck.source }));
    for (const card of deck.cards) io.out(cardText(card));
    io.out('');
  }
  const total = decks.reduce((sum, deck) => sum + deck.cards.length, 0);
  io.out(say(io.language, 'cards.total', { cards: total, decks: decks.length }));
  reportReading(io, reads, problems);
  return hasErrors(problems) ? 1 : 0;
}

/** The card as `cli.md` promises it to scripts. */
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

function cardText(card: Card): string {
  const indent = (text: string) => text.replaceAll('\n', '\n      ');
  const place = `${card.source.file}:${card.source.line}`;
  return `\n  ${card.context.join(' › ')} · ${card.kind} · ${place}\n    ? ${indent(card.front)}\n    = ${indent(card.back)}`;
}
