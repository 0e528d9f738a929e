import type { AdapterState } from '../chat/port.js';
import type { Language } from '../core/language.js';
import type { StartStep } from '../main.js';
import type { DeckPlan } from '../tutor/sync-deck.js';
import { say } from './messages/say.js';
import { wordProblem } from './word-problem.js';

/** As the platforms write themselves. */
const PLATFORM_NAMES: Readonly<Record<string, string>> = { discord: 'Discord', slack: 'Slack' };

/** A step of the start in one line; `null` for one that people need not see. */
export function stepLine(language: Language, step: StartStep): string | null {
  switch (step.kind) {
    case 'creating':
      return say(language, 'start.database.new', { where: step.folder });
    case 'opening':
      return say(language, 'start.database.open', { where: step.folder });
    case 'connecting':
      return say(language, 'start.database.open', { where: step.address });
    case 'migrating':
      return null;
    case 'database-ready':
      return say(language, 'start.database.ready', { applied: step.applied });
    case 'reading-notes':
      return say(language, 'start.notes', { folder: step.folder });
    case 'deck':
      return deckLine(language, step.plan);
    case 'note-problem':
      return problemLine(language, step.problem);
    case 'adapter':
      return adapterLine(language, step.platform, step.state);
  }
}

function deckLine(language: Language, { file, read, outcome }: DeckPlan): string {
  if (outcome.kind === 'unreadable') {
    const problem = read.problems.find(({ severity }) => severity === 'error');
    const message = problem === undefined ? '' : wordProblem(language, problem);
    return say(language, 'start.deck.failed', { file, message });
  }
  const name = read.deck?.name ?? file;
  if (outcome.kind === 'unchanged') return say(language, 'start.deck', { name, cards: outcome.cards, changes: 'none' });
  const { added, changed, moved, removed, unchanged } = outcome.diff;
  const cards = outcome.change.cards.length;
  const isNew = outcome.change.baseVersion === 0;
  const changes = say(language, 'import.counts', {
    added: added.length,
    changed: changed.length,
    moved: moved.length,
    removed: removed.length,
    unchanged: unchanged.length,
  }).replace(/\.$/, '');
  return say(language, 'start.deck', { name, cards, changes: isNew ? 'none' : changes });
}

/** The web chat needs no line of its own: its address comes last. */
function adapterLine(language: Language, platform: string, state: AdapterState): string | null {
  const name = PLATFORM_NAMES[platform];
  if (name === undefined) return null;
  if (typeof state === 'object') return say(language, 'start.adapter.failed', { name, reason: state.failed });
  return say(language, 'start.adapter.connected', { name });
}

function problemLine(language: Language, problem: Extract<StartStep, { kind: 'note-problem' }>['problem']): string {
  const { file, code, detail } = problem;
  if (code === 'missing' || code === 'no-notes') return say(language, 'start.no-notes', { folder: file });
  const message = say(language, `file.${code}`, { reason: detail, megabytes: Number(detail), other: detail });
  return say(language, 'start.deck.failed', { file, message });
}
