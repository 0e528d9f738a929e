import { z } from 'zod';
import type { Destination } from '../../src/chat/port.js';
import type { ChatActor, ChosenFiles, SeenMessage } from '../contracts/chat-adapter.js';

/** What serves the room: the room's own app, or a program at an address. */
export type RoomServer = { request(url: string, init: RequestInit): Response | Promise<Response> };

const LOCAL = 'http://localhost:3000';
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The words of a piece of HTML. */
export function textOf(html: string): string {
  return html
    .replaceAll(/<(?:br|\/p|\/li|\/h3|\/dd|\/div|\/button)[^>]*>/g, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
      if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
      if (decimal) return String.fromCodePoint(Number(decimal));
      return NAMED[name] ?? whole;
    });
}

type Labelled = { readonly label: string; readonly value: string };

function labelled(html: string, pattern: RegExp): readonly Labelled[] {
  return [...html.matchAll(pattern)].map(([, value = '', label = '']) => ({ label: textOf(label).trim(), value }));
}

/** The first of that label. */
function valueLabelled(all: readonly Labelled[], label: string): string | undefined {
  return all.find((one) => one.label === label)?.value;
}

const BUTTON = /<button[^>]*data-action="([^"]*)"[^>]*>([\s\S]*?)<\/button>/g;
const SELECT = /<label[^>]*><span[^>]*>([\s\S]*?)<\/span><select[^>]*data-action="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g;

const replySchema = z.object({ kind: z.string(), html: z.string().default('') });

type Screen = { readonly id: string; readonly html: string };

/** What a page of the room does, without a browser: keeps cookies, posts what is done, listens to the stream. */
export class RoomBrowser implements ChatActor {
  private readonly cookies = new Map<string, string>();
  private readonly fleeting: Screen[] = [];
  private readonly working = new Map<string, () => void>();
  private form: { html: string; ref: string; entry: number } | null = null;
  private readonly stopListening = new AbortController();
  private keys = 0;
  /** Every event of the stream, as it came. */
  readonly events: { readonly event: string; readonly id: string | undefined; readonly data: string }[] = [];

  private readonly app: RoomServer;
  private readonly language: string;
  private readonly origin: string;

  private constructor(app: RoomServer, language: string, origin: string) {
    this.app = app;
    this.language = language;
    this.origin = origin;
  }

  /** Opens the room as somebody new. */
  static async open(app: RoomServer, language = 'en', origin = LOCAL): Promise<RoomBrowser> {
    const browser = new RoomBrowser(app, language, origin);
    await browser.page();
    await browser.listen();
    return browser;
  }

  get direct(): Destination {
    return { platform: 'web', kind: 'direct', id: this.id };
  }

  /** The person's id, as the welcome of the fake app tells it. */
  id = '';

  async request(path: string, init: RequestInit & { headers?: Record<string, string> } = {}): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { host: new URL(this.origin).host, 'accept-language': this.language, cookie, ...init.headers };
    const response = await this.app.request(`${this.origin}${path}`, { ...init, headers });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      this.cookies.set(name, value);
    }
    return response;
  }

  async post(path: string, body: object, files: ChosenFiles = {}): Promise<Response> {
    const own = { origin: this.origin, 'sec-fetch-site': 'same-origin' };
    const json = JSON.stringify(body);
    if (Object.keys(files).length === 0) {
      return this.request(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...own },
        body: json,
      });
    }
    const parts = new FormData();
    parts.append('form', json);
    for (const [field, { name, bytes }] of Object.entries(files)) {
      parts.append(`file.${field}`, new Blob([new Uint8Array(bytes)]), name);
    }
    return this.request(path, { method: 'POST', headers: own, body: parts });
  }

  async page(): Promise<string> {
    return (await this.request('/')).text();
  }

  private async listen(): Promise<void> {
    const response = await this.request('/events?after=0', { signal: this.stopListening.signal });
    if (response.body === null) throw new Error(`no stream: ${response.status}`);
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    await new Promise<void>((resolve, reject) => {
      void this.read(reader, resolve).catch(reject);
    });
  }

  /** `ready` is called when the welcome has come, which tells the person's id. */
  private async read(reader: ReadableStreamDefaultReader<string>, ready: () => void): Promise<void> {
    let buffer = '';
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      const parts = (buffer + next.value).split('\n\n');
      buffer = parts.pop() ?? '';
      for (const part of parts) this.onEvent(part, ready);
    }
  }

  private onEvent(text: string, ready: () => void): void {
    const field = (name: string) => new RegExp(`^${name}: ?(.*)$`, 'm').exec(text)?.[1];
    const event = { event: field('event') ?? '', id: field('id'), data: field('data') ?? '' };
    this.events.push(event);
    if (event.event === 'working') this.working.get(event.data)?.();
    if (event.event !== 'entry') return;
    // The first entry is the welcome; the fake app's tells the person's id.
    if (this.id === '') this.id = /welcome ([\w-]+)/.exec(event.data)?.[1] ?? '';
    ready();
  }

  /** Resolves at the acknowledgement; what comes of it is taken in when it comes. */
  private async act(path: string, body: object, key: string | undefined, files: ChosenFiles = {}): Promise<void> {
    this.keys += 1;
    const sent = key ?? `key-${String(this.keys).padStart(8, '0')}`;
    const acknowledged = new Promise<void>((resolve) => this.working.set(sent, resolve));
    const replied = this.post(path, { ...body, key: sent }, files).then(async (response) =>
      this.take(replySchema.parse(await response.json())),
    );
    await Promise.race([acknowledged, replied]);
  }

  private take({ kind, html }: z.infer<typeof replySchema>): void {
    if (kind === 'form') {
      const [, ref = '', entry = '0'] = /data-submit="([^"]*)"[^>]*data-entry="(\d+)"/.exec(html) ?? [];
      this.form = { html, ref, entry: Number(entry) };
    } else if (html !== '') this.fleeting.push({ id: `fleeting-${this.fleeting.length}`, html });
  }

  async run(command: string, options: Readonly<Record<string, string>>, key?: string): Promise<void> {
    await this.act('/api/line', { text: [`/${command}`, ...Object.values(options)].join(' ') }, key);
  }

  async rename(name: string): Promise<void> {
    await this.post('/api/name', { name });
  }

  say(text: string, key?: string): Promise<void> {
    return this.act('/api/line', { text }, key);
  }

  async press({ id }: SeenMessage, label: string, key?: string): Promise<void> {
    const ref = valueLabelled(labelled((await this.screen(id)).html, BUTTON), label);
    await this.act('/api/press', { entry: Number(id), ref }, key);
  }

  async choose({ id }: SeenMessage, select: string, option: string, key?: string): Promise<void> {
    for (const [, label = '', ref, options = ''] of (await this.screen(id)).html.matchAll(SELECT)) {
      if (textOf(label).trim() !== select) continue;
      const value = valueLabelled(labelled(options, /<option[^>]*value="([^"]*)"[^>]*>([^<]*)<\/option>/g), option);
      await this.act('/api/press', { entry: Number(id), ref, value }, key);
    }
  }

  async openForm(): Promise<readonly string[] | null> {
    if (this.form === null) return null;
    return [...this.form.html.matchAll(/<label[^>]*>([\s\S]*?)<\/label>/g)].map(([, label = '']) =>
      textOf(label).trim(),
    );
  }

  async submit(values: Readonly<Record<string, string>>, key?: string, files: ChosenFiles = {}): Promise<void> {
    if (this.form === null) throw new Error('no form is open');
    const { html, ref, entry } = this.form;
    const fields = [...html.matchAll(/<(?:input|textarea)[^>]*\sname="([^"]*)"/g)].map(([, name = '']) => name);
    const stranger = [...Object.keys(values), ...Object.keys(files)].find((name) => !fields.includes(name));
    if (stranger !== undefined) throw new Error(`the form has no field ${stranger}`);
    await this.act('/api/submit', { ref, entry, values }, key, files);
  }

  private async screens(): Promise<readonly Screen[]> {
    const page = await this.page();
    const kept = [...page.matchAll(/<article[^>]*data-id="(\d+)"[^>]*>[\s\S]*?<\/article>/g)];
    return [...kept.map(([html, id = '']) => ({ id, html })), ...this.fleeting];
  }

  private async screen(id: string): Promise<Screen> {
    const found = (await this.screens()).find((screen) => screen.id === id);
    if (found === undefined) throw new Error(`no message ${id} on the screen`);
    return found;
  }

  async sees(): Promise<readonly SeenMessage[]> {
    return (await this.screens()).map(({ id, html }) => ({
      id,
      text: textOf(html),
      buttons: labelled(html, BUTTON).map(({ label }) => label),
      selects: [...html.matchAll(SELECT)].map(([, label = '']) => textOf(label).trim()),
    }));
  }

  /** Closes the page. */
  close(): void {
    this.stopListening.abort();
  }
}
