import type { AddressInfo } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import { createAdaptorServer } from '@hono/node-server';
import { afterEach, describe, expect, it } from 'vitest';
import { encodeActionRef } from '../../../src/chat/action-ref.js';
import type { AnswerMode, ChatApp, ChatRequest, CommandSpec, View } from '../../../src/chat/port.js';
import { createFakeApp } from '../../support/fake-app.js';
import { startTestRoom, type TestRoom } from '../../support/web-room.js';
import { type Arrived, StressVisitor, seeded } from './stress-visitor.js';

const VISITORS = 30;
const ACTS = 30;
const SEED = 1;
const MODES = ['private', 'public', 'replace'] as const satisfies readonly AnswerMode[];

function commandSpec(name: string): CommandSpec {
  const words = { en: name, es: name };
  const text = {
    name: 'text',
    names: words,
    description: words,
    required: true,
    choices: [],
    suggests: false,
  } as const;
  return { name, names: words, description: words, options: [{ ...text, type: 'string' }] };
}

/** The word that an act is for, and how its answer is to be given. */
function askedBy(request: ChatRequest): { readonly mode: AnswerMode; readonly word: string } | null {
  if (request.kind !== 'command' && request.kind !== 'action') return null;
  const name = request.kind === 'command' ? request.command : request.action;
  const word = request.kind === 'command' ? request.options.text : request.args[0];
  const mode = MODES.find((each) => each === name);
  return mode === undefined || word === undefined ? null : { mode, word };
}

/** Answers each word with that word, after a while of its own; `ran` has every word once for each time it was handled. */
function createEcho(random: () => number): { readonly app: ChatApp; readonly ran: readonly string[] } {
  const ran: string[] = [];
  const button = (word: string) =>
    ({ kind: 'button', label: 'Again', action: { action: 'replace', args: [word] } }) as const;
  const app: ChatApp = {
    ...createFakeApp().app,
    commands: MODES.map(commandSpec),
    route(request) {
      const asked = askedBy(request);
      if (asked === null) return null;
      const { mode, word } = asked;
      const handle = async (): Promise<View> => {
        ran.push(word);
        for (let turns = Math.floor(random() * 20); turns > 0; turns -= 1) await turn();
        return { body: [{ kind: 'text', markdown: `answer ${word}` }], controls: [button(word)] };
      };
      return { answer: mode, handle };
    },
  };
  return { app, ran };
}

type Served = { readonly room: TestRoom; readonly url: string; close(): Promise<void> };

let served: Served | undefined;
let visitors: readonly StressVisitor[] = [];
afterEach(async () => {
  for (const visitor of visitors) visitor.close();
  await served?.close();
});

/** Over real connections. The clock runs fast: how often one may act is another test's matter. */
async function serve(app: ChatApp): Promise<Served> {
  let at = 1_764_000_000_000;
  const now = (): number => {
    at += 1_000;
    return at;
  };
  const room = await startTestRoom(app, { now });
  const server = createAdaptorServer({ fetch: room.app.fetch });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    room,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    async close() {
      await room.adapter.stop();
      if ('closeAllConnections' in server) server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

type Act = { readonly word: string; readonly mode: AnswerMode; readonly kept: boolean };

/** A command, or a press of a card of one's own that a command of one's own has brought. */
async function actOnce(visitor: StressVisitor, word: string, random: () => number): Promise<readonly Act[]> {
  const mode = MODES[Math.floor(random() * MODES.length)] ?? 'private';
  const asked = `${word}a`;
  if (mode !== 'replace' && random() < 0.5) {
    const kind = await visitor.act('line', { text: `/${mode} ${asked}` });
    return [{ word: asked, mode, kept: kind === 'kept' }];
  }
  const first = await visitor.act('line', { text: `/private ${asked}` });
  const card = await visitor.until(`answer ${asked}`);
  const pressed = `${word}b`;
  const ref = encodeActionRef({ action: mode, args: [pressed] });
  const kind = await visitor.act('press', { ref, entry: card.id });
  return [
    { word: asked, mode: 'private', kept: first === 'kept' },
    { word: pressed, mode, kept: kind === 'kept' },
  ];
}

/** How often each word was answered on a stream. */
function answersOn(arrived: readonly Arrived[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const { text } of arrived) {
    const word = /answer (\w+)/.exec(text)?.[1];
    if (word !== undefined) times.set(word, (times.get(word) ?? 0) + 1);
  }
  return times;
}

describe('thirty people on bad networks who all act at once', () => {
  it('each get every answer exactly once', async () => {
    const random = seeded(SEED);
    const { app, ran } = createEcho(random);
    served = await serve(app);
    const { url, room } = served;
    visitors = await Promise.all(Array.from({ length: VISITORS }, () => StressVisitor.enter(url, random)));

    const acts = await Promise.all(
      visitors.map(async (visitor, person) => {
        const words = Array.from({ length: ACTS }, (_, n) => `p${person}n${n}`);
        return (await Promise.all(words.map((word) => actOnce(visitor, word, random)))).flat();
      }),
    );
    // Whatever was said before the last word comes before it.
    await visitors[0]?.act('line', { text: 'the last word' });
    await Promise.all(visitors.map((visitor) => visitor.until('the last word')));

    const all = acts.flat();
    expect(all.filter(({ kept }) => !kept)).toEqual([]);
    expect([...ran].sort()).toEqual(all.map(({ word }) => word).sort());
    for (const [person, { arrived, opened }] of visitors.entries()) {
      const times = answersOn(arrived);
      const own = new Set(acts[person]);
      const wrong = all
        .map((act) => ({ ...act, times: times.get(act.word) ?? 0, due: act.mode === 'public' || own.has(act) ? 1 : 0 }))
        .filter(({ times, due }) => times !== due);
      expect(wrong).toEqual([]);
      expect(new Set(arrived.map(({ revision }) => revision)).size).toBe(arrived.length);
      expect(opened).toBeGreaterThan(1);
    }
    expect(room.logged).toEqual([]);
  }, 180_000);
});
