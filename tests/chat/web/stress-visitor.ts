import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { textOf } from '../../support/room-browser.js';

/** A message as the stream brought it, once for each time that it did. */
export type Arrived = { readonly id: number; readonly revision: number; readonly text: string };

const eventSchema = z.object({ id: z.number(), html: z.string() });
const replySchema = z.object({ kind: z.string() });

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * A page on a bad network, over real connections: its stream breaks and comes back from the last message that arrived,
 * and what is sent is sent again under the same key.
 */
export class StressVisitor {
  readonly arrived: Arrived[] = [];
  /** How often the stream was opened. */
  opened = 0;
  private readonly url: string;
  private readonly cookie: string;
  private readonly random: () => number;
  private after = 0;
  private connection = new AbortController();
  private closed = false;
  private keys = 0;
  private readonly waiting = new Set<(latest: Arrived) => void>();

  private constructor(url: string, cookie: string, random: () => number) {
    this.url = url;
    this.cookie = cookie;
    this.random = random;
  }

  static async enter(url: string, random: () => number): Promise<StressVisitor> {
    const response = await fetch(url);
    await response.text();
    const cookie = response.headers.getSetCookie().map((line) => line.split(';', 1)[0] ?? '');
    const visitor = new StressVisitor(url, cookie.join('; '), random);
    void visitor.live();
    return visitor;
  }

  /** Breaks the stream, wherever it is. */
  cut(): void {
    this.connection.abort();
  }

  close(): void {
    this.closed = true;
    this.cut();
  }

  /** Opens the stream again and again, as the page does. */
  private async live(): Promise<void> {
    while (!this.closed) {
      this.connection = new AbortController();
      const { signal } = this.connection;
      await this.listen(signal).catch((error: unknown) => {
        if (!signal.aborted) throw error;
      });
      await pause(1);
    }
  }

  private async listen(signal: AbortSignal): Promise<void> {
    const headers = { cookie: this.cookie };
    const response = await fetch(`${this.url}events?after=${this.after}`, { headers, signal });
    if (response.status === 429 || response.body === null) return;
    this.opened += 1;
    let buffer = '';
    for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
      const parts = (buffer + chunk).split('\n\n');
      buffer = parts.pop() ?? '';
      for (const part of parts) {
        this.onEvent(part);
        // The rest of what has come is lost on the way.
        if (signal.aborted) return;
      }
    }
  }

  private onEvent(text: string): void {
    const field = (name: string) => new RegExp(`^${name}: ?(.*)$`, 'm').exec(text)?.[1] ?? '';
    if (field('event') !== 'entry') return;
    this.after = Number(field('id'));
    const { id, html } = eventSchema.parse(JSON.parse(field('data')));
    const latest = { id, revision: this.after, text: textOf(html) };
    this.arrived.push(latest);
    for (const look of this.waiting) look(latest);
    if (this.random() < 0.02) this.cut();
  }

  /** Resolves when a message with those words has come. */
  until(words: string): Promise<Arrived> {
    const before = this.arrived.find(({ text }) => text.includes(words));
    if (before !== undefined) return Promise.resolve(before);
    return new Promise((resolve) => {
      const look = (latest: Arrived): void => {
        if (!latest.text.includes(words)) return;
        this.waiting.delete(look);
        resolve(latest);
      };
      this.waiting.add(look);
    });
  }

  /** Sends until it is answered: after a broken connection, and at times twice at once out of impatience. */
  async act(path: 'line' | 'press', body: object): Promise<string> {
    this.keys += 1;
    const json = JSON.stringify({ ...body, key: `key-${String(this.keys).padStart(8, '0')}` });
    if (this.random() < 0.1) this.cut();
    if (this.random() < 0.1) void this.post(path, json, new AbortController());
    if (this.random() < 0.1) {
      const impatient = new AbortController();
      const first = this.post(path, json, impatient);
      setImmediate(() => impatient.abort());
      await first;
    }
    for (;;) {
      const kind = await this.post(path, json, new AbortController());
      if (kind !== 'lost') return kind;
    }
  }

  private async post(path: string, body: string, { signal }: AbortController): Promise<string> {
    const headers = { cookie: this.cookie, 'content-type': 'application/json' };
    try {
      const response = await fetch(`${this.url}api/${path}`, { method: 'POST', headers, body, signal });
      return replySchema.parse(await response.json()).kind;
    } catch {
      return 'lost';
    }
  }
}
