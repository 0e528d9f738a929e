import { type DispatchDeps, dispatch, type Prepared } from '../dispatch.js';
import { knownValues } from '../known-values.js';
import { findCommand, parseCommand, splitCommand } from '../parse-command.js';
import type { CommandSpec, Control, Place, View } from '../port.js';
import { saidToBot } from './addressed.js';
import { OFFERS } from './limits.js';
import type { Outcome } from './outcome.js';
import { createRateLimit } from './rate-limit.js';
import type { Visitor } from './visitor.js';

/** A line by its place in the log, or what is said where the log does not take it. */
export type KeptLine = { readonly kind: 'line'; readonly id: number } | Outcome;

/** What a room does for what is written in it. */
export type LineDeps = {
  readonly dispatching: DispatchDeps;
  readonly placeOf: (visitor: Visitor) => Place;
  /** Whether the person has the room to themselves. */
  readonly isAlone: (visitorId: string) => boolean;
  readonly now: () => number;
  /** Keeps the line for one person, or for everyone (`null`). */
  readonly keepLine: (visitor: Visitor, text: string, onlyFor: string | null, key: string) => Promise<KeptLine>;
  readonly tell: (visitor: Visitor, view: View, key: string) => Promise<void>;
  readonly answer: (visitor: Visitor, prepared: Prepared, command: string, key: string) => Promise<Outcome>;
  readonly refuse: (problem: string) => Outcome;
};

/** Says a line to everyone that was between its writer and the bot; carries the line's id. The room's own action. */
export const SAY_ALOUD = 'room.say-aloud';

/**
 * What somebody writes into the box: a command, words to the bot, or words to everyone. Whoever is alone here writes to
 * the bot, as in a conversation of the two; among others it is spoken to by its name.
 */
export function createLines(deps: LineDeps): (visitor: Visitor, text: string, key: string) => Promise<Outcome> {
  const { dispatching, placeOf } = deps;
  const offers = createRateLimit(OFFERS);

  async function runCommand(visitor: Visitor, text: string, key: string, spec: CommandSpec, rest: string) {
    const who = { person: visitor, place: placeOf(visitor) };
    const known = await knownValues(dispatching, spec, rest, who);
    const parsed = parseCommand(spec, rest, visitor.words, '/', known);
    if (!parsed.ok) return deps.refuse(parsed.problem);
    const request = { kind: 'command', person: visitor, command: spec.name, options: parsed.options } as const;
    const prepared = dispatch(dispatching, request);
    // Where the line cannot be kept, the answer may still be had.
    await deps.keepLine(visitor, text, prepared.answer === 'public' ? null : visitor.id, key);
    return deps.answer(visitor, prepared, spec.name, key);
  }

  async function ask(visitor: Visitor, line: string, words: string, key: string, aloud: boolean): Promise<Outcome> {
    const request = { kind: 'question', person: visitor, text: words, aloud, files: [] } as const;
    const prepared = dispatch(dispatching, request);
    const kept = await deps.keepLine(visitor, line, prepared.answer === 'public' ? null : visitor.id, key);
    const mayBeForAll = !aloud && kept.kind === 'line' && !line.startsWith('/');
    return deps.answer(visitor, mayBeForAll ? withSayAloud(visitor, prepared, kept.id) : prepared, 'question', key);
  }

  /** A note for others is no question: where there is no answer, it can be left for them. */
  function withSayAloud({ words }: Visitor, prepared: Prepared, line: number): Prepared {
    if (prepared.answer === 'form') return prepared;
    const say: Control = { kind: 'button', label: words.sayAloud, action: { action: SAY_ALOUD, args: [`${line}`] } };
    const { answer, run } = prepared;
    return {
      answer,
      async run(place, show) {
        const result = await run(place, show);
        if (result.kind === 'failed' || result.view.tone !== 'warning') return result;
        return { ...result, view: { ...result.view, controls: [...(result.view.controls ?? []), say] } };
      },
    };
  }

  async function sayToAll(visitor: Visitor, text: string, key: string): Promise<Outcome> {
    const kept = await deps.keepLine(visitor, text, null, key);
    if (kept.kind !== 'line') return kept;
    try {
      const event = {
        kind: 'question',
        person: visitor,
        place: placeOf(visitor),
        text,
        aloud: true,
        files: [],
      } as const;
      const offer = await dispatching.app.overhear(event);
      if (offer !== null && offers.take(visitor.id, deps.now())) await deps.tell(visitor, offer, key);
    } catch (error) {
      dispatching.logger.warn({ person: visitor.id, err: error }, 'nothing could be offered to what was said');
    }
    return { kind: 'kept' };
  }

  return async (visitor, text, key) => {
    const command = splitCommand(text);
    const spec = command === null ? undefined : findCommand(dispatching.app.commands, command.name);
    if (command !== null && spec !== undefined) return runCommand(visitor, text, key, spec, command.rest);
    if (command !== null) return ask(visitor, text, text, key, false);
    const words = saidToBot(text, visitor.words.botName);
    if (deps.isAlone(visitor.id)) return ask(visitor, text, words ?? text, key, false);
    return words === null ? sayToAll(visitor, text, key) : ask(visitor, text, words, key, true);
  };
}
