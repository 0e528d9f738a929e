import { aliasFeature } from './commands/alias.js';
import { askFeature } from './commands/ask.js';
import { cardFeature } from './commands/card.js';
import { cardsFeature } from './commands/cards.js';
import { dailyFeature } from './commands/daily.js';
import { deckFeature } from './commands/deck.js';
import { editorsFeature } from './commands/editors.js';
import { explainFeature } from './commands/explain.js';
import { exportFeature } from './commands/export.js';
import { gapsFeature } from './commands/gaps.js';
import { createHelpFeature } from './commands/help.js';
import { importFeature } from './commands/import.js';
import { leaderboardFeature } from './commands/leaderboard.js';
import { queueFeature } from './commands/queue.js';
import { quizFeature } from './commands/quiz.js';
import { reviewFeature } from './commands/review.js';
import { settingsFeature } from './commands/settings.js';
import { todayFeature } from './commands/today.js';
import type { Feature } from './feature.js';

const features: readonly Feature[] = [
  explainFeature,
  askFeature,
  reviewFeature,
  todayFeature,
  deckFeature,
  importFeature,
  exportFeature,
  cardFeature,
  cardsFeature,
  queueFeature,
  gapsFeature,
  aliasFeature,
  dailyFeature,
  leaderboardFeature,
  quizFeature,
  editorsFeature,
  settingsFeature,
];

/** All features, in the order of the help. */
export const FEATURES: readonly Feature[] = [
  ...features,
  createHelpFeature(features.map((feature) => feature.command)),
];
