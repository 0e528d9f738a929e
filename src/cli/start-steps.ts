import { problemWords } from '../bot/problem-words.js';
import type { AdapterState } from '../chat/port.js';
import type { Language } from '../core/language.js';
import type { StartStep } from '../program/start-step.js';
import type { NotesNews } from '../program/workspaces.js';
import type { DeckPlan } from '../tutor/decks/plan-decks.js';
import type { FolderNews } from '../tutor/decks/sync-folder.js';
import { countsLine } from './import-report.js';
import { say } from './messages/say.js';
import type { Screen } from './screen.js';

/** The platforms' own spelling. */
const PLATFORM_NAMES: Readonly<Record<string, string>> = { discord: 'Discord', slack: 'Slack' };

/** Shows a step of the start: slow ones when they begin, the others when they have happened. */
export function showStep(screen: Screen, language: Language, step: StartStep): void {
  const begun = beginning(language, step);
  const line = happened(language, step);
  if (begun !== null) screen.begin(`  ${begun}`);
  else if (line !== null) screen.tell(`  ${line}`);
}

function beginning(language: Language, step: StartStep): string | null {
  switch (step.kind) {
    case 'creating':
      return say(language, 'start.database.new', { where: step.folder });
    case 'opening':
      return say(language, 'start.database.open', { where: step.folder });
    case 'watching-lock':
      return say(language, 'start.database.lock', { where: step.folder });
    case 'connecting':
      return say(language, 'start.database.connect', { where: step.address });
    case 'migrating':
      // Creating a database includes all its migrations, so they need no line.
      return step.from === 0 ? null : say(language, 'start.database.update', { steps: step.to - step.from });
    case 'reading-notes':
      return say(language, 'start.notes', { folder: step.folder });
    case 'joining': {
      const names = step.platforms.flatMap((platform) => PLATFORM_NAMES[platform] ?? []);
      if (names.length === 0) return null;
      return say(language, 'start.platforms', { names: new Intl.ListFormat(language).format(names) });
    }
    default:
      return null;
  }
}

function happened(language: Language, step: StartStep): string | null {
  switch (step.kind) {
    case 'deck':
    case 'note-problem':
      return notesLine(language, step);
    case 'on-disk':
      return onDiskLine(language, step.news);
    case 'adapter':
      return adapterLine(language, step.platform, step.state);
    default:
      return null;
  }
}

function notesLine(language: Language, news: NotesNews): string {
  return news.kind === 'deck' ? newsLine(language, news.news) : problemLine(language, news.problem);
}

/** The line for a change on disk; `null` where nothing of note changed. */
function onDiskLine(language: Language, news: NotesNews): string | null {
  if (news.kind === 'deck' && (news.news.kind === 'unchanged' || news.news.kind === 'kept')) return null;
  return say(language, 'start.on-disk', { line: notesLine(language, news) });
}

function newsLine(language: Language, news: FolderNews): string {
  switch (news.kind) {
    case 'unchanged':
    case 'unreadable':
      return deckLine(language, news.plan);
    case 'applied':
      return news.plan.isGone ? goneLine(language, news.plan) : deckLine(language, news.plan);
    case 'waiting': {
      const { name, file, isGone } = news.plan;
      const counts = countsLine(language, news.plan);
      return say(language, isGone ? 'start.deck.gone-waiting' : 'start.deck.waiting', { name, file, counts });
    }
    case 'kept': {
      const { name, file } = news;
      return say(language, news.isWaiting ? 'start.deck.still-waiting' : 'start.deck.kept', { name, file });
    }
    case 'twice': {
      const message = say(language, 'file.twice', { other: news.other });
      return say(language, 'start.deck.failed', { file: news.file, message });
    }
  }
}

function goneLine(language: Language, plan: DeckPlan): string {
  return say(language, 'start.deck.gone', { name: plan.name, file: plan.file, counts: countsLine(language, plan) });
}

function deckLine(language: Language, plan: DeckPlan): string {
  const { file, name, read, outcome } = plan;
  if (outcome.kind === 'unreadable') {
    const problem = read.problems.find(({ severity }) => severity === 'error');
    const message = problem === undefined ? '' : problemWords(language, problem);
    return say(language, 'start.deck.failed', { file, message });
  }
  if (outcome.kind === 'unchanged') return say(language, 'start.deck', { name, cards: outcome.cards, changes: 'none' });
  if (plan.takesOver !== null) {
    const counts = countsLine(language, plan);
    return say(language, 'start.deck.renamed', { name, file, old: plan.takesOver.source, counts });
  }
  const cards = outcome.change.cards.length;
  const isNew = outcome.change.baseVersion === 0;
  const changes = countsLine(language, plan).replace(/\.$/, '');
  return say(language, 'start.deck', { name, cards, changes: isNew ? 'none' : changes });
}

/** The web chat has no line here: its address comes last. */
function adapterLine(language: Language, platform: string, state: AdapterState): string | null {
  const name = PLATFORM_NAMES[platform];
  if (name === undefined) return null;
  if (typeof state === 'object') {
    // A choice by name takes letters and digits alone.
    const why = say(language, 'start.adapter.why', { code: state.failed.replace(/\W/g, '_'), reason: state.failed });
    return say(language, 'start.adapter.failed', { name, reason: why });
  }
  return say(language, 'start.adapter.connected', { name });
}

function problemLine(language: Language, problem: Extract<StartStep, { kind: 'note-problem' }>['problem']): string {
  const { file, code, detail } = problem;
  if (code === 'missing' || code === 'no-notes') return say(language, 'start.no-notes', { folder: file });
  const message = say(language, `file.${code}`, { reason: detail, megabytes: Number(detail), other: detail });
  return say(language, 'start.deck.failed', { file, message });
}
