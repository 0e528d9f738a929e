import type { Server } from 'node:http';
import type { APIMessage } from 'discord.js';
import type { Destination } from '../../../src/chat/port.js';
import type { RegisteredCommand } from './command-body.js';
import { type Fault, Faults, type Matcher } from './faults.js';
import { foundGuild } from './found.js';
import { Gateway, GUILDS_INTENT } from './gateway.js';
import { type Pings, pingsAnyone } from './mentions.js';
import { messagePayload } from './message-payload.js';
import type { FakeDiscordOptions, GuildOptions } from './options.js';
import { FakeDiscordPerson } from './person.js';
import { guildPayload } from './place-payload.js';
import type { Access, Channel, Guild } from './places.js';
import { createPlatform, type Platform, type Violation } from './platform.js';
import { matches, Requests, type SeenRequest } from './requests.js';
import { listen, unlisten } from './server.js';
import { localeOf, userOf } from './users.js';

export type PersonOptions = {
  readonly id?: string;
  readonly name: string;
  /** Discord's locale of the person, such as `en-US` or `es-ES`. */
  readonly locale?: string;
  /** The server they are in; the first one unless said otherwise. */
  readonly guild?: Guild;
  /** Whether they may manage the server. */
  readonly manages?: boolean;
  /** Whether it is another program. */
  readonly isProgram?: boolean;
};

const MONTH_MS = 30 * 24 * 3_600_000;

/** Discord on this machine: the API, the gateway, and people who use them. */
export class FakeDiscord {
  readonly gateway: Gateway;
  private readonly platform: Platform;
  private readonly server: Server;
  private readonly faults: Faults;
  private readonly log: Requests;
  private readonly ending: AbortController;
  private readonly line: { flows: Promise<void> };

  private constructor(
    platform: Platform,
    gateway: Gateway,
    server: Server,
    faults: Faults,
    log: Requests,
    ending: AbortController,
    line: { flows: Promise<void> },
  ) {
    this.line = line;
    this.platform = platform;
    this.gateway = gateway;
    this.server = server;
    this.faults = faults;
    this.log = log;
    this.ending = ending;
  }

  static async start(options: FakeDiscordOptions = {}): Promise<FakeDiscord> {
    const platform = createPlatform(options);
    const joinedAt = platform.settings.now() - MONTH_MS;
    for (const guild of platform.settings.guilds) foundGuild(platform, { joinedAt, ...guild });
    const [gateway, faults, requests, ending] = [
      new Gateway(platform),
      new Faults(),
      new Requests(),
      new AbortController(),
    ];
    platform.announce = (message) => gateway.announce(message);
    const line = { flows: Promise.resolve() };
    const server = await listen({ platform, gateway, faults, requests, line, ending: ending.signal });
    return new FakeDiscord(platform, gateway, server, faults, requests, ending, line);
  }

  /** For `rest.api` of discord.js: `http://127.0.0.1:PORT/api`. */
  get apiBase(): string {
    return `${this.platform.origin}/api`;
  }

  get token(): string {
    return this.platform.token;
  }

  get applicationId(): string {
    return this.platform.bot.id;
  }

  /** The first server. */
  get guild(): Guild {
    const [first] = this.platform.guilds.values();
    if (first === undefined) throw new Error('the bot is in no server');
    return first;
  }

  get guilds(): readonly Guild[] {
    return [...this.platform.guilds.values()];
  }

  channelsOf({ id }: Guild): readonly Channel[] {
    return [...this.platform.channels.values()].filter(({ guildId }) => guildId === id);
  }

  /** Where everyone of the first server reads along. */
  get channel(): Destination {
    return { platform: 'discord', kind: 'channel', id: this.guild.channelId };
  }

  // ── People and servers ────────────────────────────────────────────────────────────────────────────────────────

  person({
    id = this.platform.nextId(),
    name,
    locale = 'en-US',
    guild = this.guild,
    manages = false,
    isProgram = false,
  }: PersonOptions): FakeDiscordPerson {
    const account = { user: userOf(id, name, isProgram), locale: localeOf(locale), guildId: guild.id, manages };
    this.platform.accounts.set(id, account);
    return new FakeDiscordPerson({ platform: this.platform, gateway: this.gateway }, account);
  }

  /** Whoever owns a server. */
  owner(guild: Guild): FakeDiscordPerson {
    const account = this.platform.accounts.get(guild.ownerId);
    if (account === undefined) throw new Error(`nobody owns ${guild.id}`);
    return new FakeDiscordPerson({ platform: this.platform, gateway: this.gateway }, account);
  }

  /** Somebody adds the bot to a server. */
  join(options: GuildOptions = {}): Guild {
    const guild = foundGuild(this.platform, options);
    this.gateway.dispatch('GUILD_CREATE', guildPayload(this.platform, guild), GUILDS_INTENT);
    return guild;
  }

  /** Somebody removes the bot from a server. */
  leave(guild: Guild): void {
    this.platform.guilds.delete(guild.id);
    this.gateway.dispatch('GUILD_DELETE', { id: guild.id }, GUILDS_INTENT);
  }

  /** Somebody takes a message away. */
  deleteMessage(id: string): void {
    this.platform.messages.remove(id);
  }

  /** What the bot may do in a channel from now on. */
  setAccess(channelId: string, access: Access): void {
    this.platform.access.set(channelId, access);
  }

  // ── What happened ─────────────────────────────────────────────────────────────────────────────────────────────

  /** What Discord would have refused as malformed, and requests that the fake does not know. */
  get violations(): readonly Violation[] {
    return this.platform.violations;
  }

  /** Every request in the order in which it came. */
  get requests(): readonly SeenRequest[] {
    return this.log.all;
  }

  requestsTo(matcher: Matcher): readonly SeenRequest[] {
    return this.log.all.filter((request) => matches(matcher, request));
  }

  /** Resolves when the `count`-th such request since the start has been answered. */
  seen(matcher: Matcher, count = 1): Promise<SeenRequest> {
    return this.log.seen(matcher, count);
  }

  /** The global commands, as registered. */
  get commands(): readonly RegisteredCommand[] {
    return this.platform.commands.get('') ?? [];
  }

  /** All messages of a channel as the platform writes them, also those for one person, oldest first. */
  messagesIn(channelId: string): readonly APIMessage[] {
    return this.platform.messages.in(channelId).map((message) => messagePayload(this.platform, message));
  }

  /** Messages that call somebody, with whom they call. */
  get pings(): readonly (Pings & { readonly messageId: string })[] {
    const own = this.platform.messages.all().filter(({ author }) => author.id === this.applicationId);
    return own.map(({ id, pings }) => ({ ...pings, messageId: id })).filter(pingsAnyone);
  }

  /** The type of the first answer to each interaction, in their order; `null` for one without an answer. */
  get callbackKinds(): readonly (number | null)[] {
    return this.platform.interactions.all().map(({ acknowledgement }) => acknowledgement?.type ?? null);
  }

  // ── What goes wrong ───────────────────────────────────────────────────────────────────────────────────────────

  /** The next requests that match are answered so, one by one. A file's path is that of its address. */
  failNext(matcher: Matcher, ...answers: readonly Fault[]): void {
    this.faults.add(matcher, answers);
  }

  /** Nothing goes either way for so many milliseconds, neither events nor requests; then all of it comes. */
  async stall(ms: number): Promise<void> {
    const flow = this.gateway.stall();
    const flows = new Promise<void>((resolve) => setTimeout(resolve, ms));
    this.line.flows = flows;
    await flows;
    flow();
  }

  /** Somebody leaves the server, and shares none with the bot any more. */
  leaveServer({ id }: { readonly id: string }): void {
    this.platform.departed.add(id);
  }

  /** Somebody who left comes back. */
  rejoin({ id }: { readonly id: string }): void {
    this.platform.departed.delete(id);
  }

  /** From now on no file can be loaded that somebody sent with a form. */
  withholdFiles(): void {
    this.platform.withholdsFiles = true;
  }

  /** How many of those answers have not been given yet. */
  get faultsLeft(): number {
    return this.faults.left;
  }

  /** Ends all connections and timers. */
  async close(): Promise<void> {
    this.ending.abort();
    this.platform.interactions.close();
    this.log.close();
    this.gateway.shutDown();
    await unlisten(this.server);
  }
}

/** Starts Discord on a free port of this machine. */
export function startFakeDiscord(options: FakeDiscordOptions = {}): Promise<FakeDiscord> {
  return FakeDiscord.start(options);
}
