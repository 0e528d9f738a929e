import type { Passage } from '../../../core/card.js';
import type { WorkspaceId } from '../../../core/ids.js';
import type { ReadNote, ReadSource } from '../../../formats/read-source.js';
import type { AnswerModel } from '../../../model/port.js';
import type { OnSuggest, Suggesting, TutorContext } from '../../context.js';
import { askWithin } from '../../model/ask-within.js';
import { holding, type Suggested } from './add-suggested.js';
import { readSuggestions } from './read-suggestions.js';
import { type AskedPassage, buildSuggestionRequest } from './request.js';

/** How many passages of a source a model is asked about: the first ones of longer notes. */
const MOST_PASSAGES = 40;
/** After this many failures in a row the source goes on without suggestions. */
const MOST_FAILURES = 2;
/** The share of a day's tokens that suggestions may use; the rest is kept for people's questions. */
const SHARE_OF_DAY = 1 / 2;
/** Problems of lines without a card that can still hold a fact. */
const MAY_HOLD_FACT: ReadonlySet<string> = new Set(['no-fact', 'other-language', 'long-question', 'introduction']);

/** Sections with their lines, in the notes' order. */
function sectionsOf(passages: readonly Passage[]): readonly { readonly passage: Passage; readonly end: number }[] {
  const sections = passages.filter(({ kind }) => kind === 'section');
  return sections.map((passage, index) => ({
    passage,
    end: sections[index + 1]?.source.line ?? Number.POSITIVE_INFINITY,
  }));
}

/** The passages of a note with doubtful cards or lines without a card. */
function askedOf({ file, read }: ReadNote, told: ReadSource['told']): readonly AskedPassage[] {
  const { deck } = read;
  if (deck === null) return [];
  const sectionOf = new Map(deck.passages.map(({ id, sectionId }) => [id, sectionId]));
  return sectionsOf(deck.passages).flatMap(({ passage, end }) => {
    const doubtful = deck.doubtful.filter(({ passageId }) => sectionOf.get(passageId) === passage.id);
    const lines = told.flatMap(({ problem, text }) => {
      const isHere = problem.file === file && problem.line >= passage.source.line && problem.line < end;
      return isHere && MAY_HOLD_FACT.has(problem.code) && text !== '' ? [text] : [];
    });
    return passage.body === '' || doubtful.length + lines.length === 0 ? [] : [{ passage, doubtful, lines }];
  });
}

type AskOptions = {
  readonly signal: AbortSignal;
  readonly onSuggest: OnSuggest;
  readonly onFound: (suggested: readonly Suggested[]) => void;
};

type Asking = { readonly note: ReadNote; readonly about: AskedPassage };

/** Turns a rejection into a failed reply: a port should not reject, and suggestions must never stop an import. */
function patient(model: AnswerModel): AnswerModel {
  return {
    name: model.name,
    async write(request) {
      try {
        return await model.write(request);
      } catch {
        return { kind: 'failed', reason: 'broken', detail: 'threw', tokens: null };
      }
    },
  };
}

/**
 * Asks the model about each passage in turn, within the limits of time, tokens and failures, and reports its
 * suggestions.
 */
async function ask(
  context: TutorContext,
  { model, dailyTokens, into }: Suggesting,
  workspaceId: WorkspaceId,
  asking: readonly Asking[],
  { signal, onSuggest, onFound }: AskOptions,
): Promise<void> {
  const limit = { model: patient(model), dailyTokens: Math.floor(dailyTokens * SHARE_OF_DAY) };
  let failures = 0;
  for (const [index, { note, about }] of asking.entries()) {
    if (signal.aborted || failures >= MOST_FAILURES) return;
    onSuggest(index, asking.length);
    const reply = await askWithin(context, limit, workspaceId, buildSuggestionRequest(about));
    if (reply === 'spent') return;
    failures = reply.kind === 'failed' ? failures + 1 : 0;
    if (reply.kind === 'failed') continue;
    const of = { file: note.file, passage: about.passage.id, into };
    onFound(readSuggestions(reply.text).map((suggestion) => ({ ...suggestion, ...of })));
  }
}

/** Resolves when the work is done or the time is up, so that a slow model delays nobody further. */
function within(signal: AbortSignal, work: Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (): void => resolve();
    if (signal.aborted) end();
    signal.addEventListener('abort', end, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', end));
  });
}

/**
 * Asks a model for suggestions on a source and keeps those that give a card. None where no model is configured for
 * it.
 *
 * @param calledOff ends the asking, together with the import
 */
export async function suggestCards(
  context: TutorContext,
  workspaceId: WorkspaceId,
  source: ReadSource,
  calledOff: AbortSignal,
  onSuggest: OnSuggest,
): Promise<readonly Suggested[]> {
  const { suggesting } = context;
  const asking = source.notes
    .flatMap((note) => askedOf(note, source.told).map((about) => ({ note, about })))
    .slice(0, MOST_PASSAGES);
  if (suggesting === null || asking.length === 0) return [];
  const signal = AbortSignal.any([calledOff, suggesting.timeLimit()]);
  const found: Suggested[] = [];
  const onFound = (list: readonly Suggested[]): void => void found.push(...list);
  await within(signal, ask(context, suggesting, workspaceId, asking, { signal, onSuggest, onFound }));
  return holding(source, [...found]);
}
