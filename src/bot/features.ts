import { alias } from './commands/alias.js';
import { askQuestion } from './commands/ask.js';
import { card } from './commands/card.js';
import { cards } from './commands/cards.js';
import { daily } from './commands/daily.js';
import { deck } from './commands/deck.js';
import { editors } from './commands/editors.js';
import { explain } from './commands/explain.js';
import { exportDecks } from './commands/export.js';
import { gaps } from './commands/gaps.js';
import { helpFor } from './commands/help.js';
import { importNotes } from './commands/import.js';
import { leaderboard } from './commands/leaderboard.js';
import { queue } from './commands/queue.js';
import { review } from './commands/review.js';
import { settings } from './commands/settings.js';
import { today } from './commands/today.js';
import type { Feature } from './feature.js';

const taught: readonly Feature[] = [
  explain,
  askQuestion,
  review,
  today,
  deck,
  importNotes,
  exportDecks,
  card,
  cards,
  queue,
  gaps,
  alias,
  daily,
  leaderboard,
  editors,
  settings,
];

/** Everything the bot can do, in the order in which help shows it. */
export const FEATURES: readonly Feature[] = [...taught, helpFor(taught.map((feature) => feature.command))];
