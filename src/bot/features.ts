import { daily } from './commands/daily.js';
import { deck } from './commands/deck.js';
import { explain } from './commands/explain.js';
import { helpFor } from './commands/help.js';
import { leaderboard } from './commands/leaderboard.js';
import { review } from './commands/review.js';
import { settings } from './commands/settings.js';
import type { Feature } from './feature.js';

const taught: readonly Feature[] = [explain, review, deck, daily, leaderboard, settings];

/** Everything the bot can do, in the order in which help shows it. */
export const FEATURES: readonly Feature[] = [...taught, helpFor(taught.map((feature) => feature.command))];
