import { z } from 'zod';
import type { ChatActor, SeenMessage } from '../../contracts/chat-adapter.js';
import type { MessageBlock } from '../../support/fake-slack/schema/blocks.js';
import { type Interactive, interactivesOf } from '../../support/fake-slack/schema/interactive.js';
import type { PlainOption } from '../../support/fake-slack/schema/options.js';
import { buttonsOf, menusOf } from '../../support/fake-slack/screen.js';
import { pick } from '../../support/fake-slack/target.js';
import { optionOf, stateValues } from '../../support/fake-slack/values.js';
import { APP, type Emulated, type Json, type Member } from './emulated.js';
import type { Front, TakenView } from './front.js';
import {
  blockActions,
  eventCallback,
  messageAction,
  slashCommand,
  viewSubmission,
  type Where,
  type Who,
} from './payloads.js';
import { Reader } from './reader.js';
import { checkedBlocks, checkedView, seen } from './screen.js';
import { deliver, type Kind } from './signed.js';

/** The emulator, what stands before it, and where the program listens. */
export type Place = { readonly emulated: Emulated; readonly front: Front; readonly programUrl: () => string };

type Options = Readonly<Record<string, string>>;
type Used = { readonly used: Interactive; readonly chosen: PlainOption | null };

const openedSchema = z.object({ channel: z.object({ id: z.string() }) });
const triggerSchema = z.object({ trigger_id: z.string() });
const postedSchema = z.object({ ts: z.string() });

/** The emulator's triggers live as long as Slack's. In milliseconds. */
const TRIGGER_LIFETIME_MS = 3_000;

/**
 * Somebody in the emulator's workspace. They write and read by the emulator; what it simulates nothing of (commands,
 * presses, choices, forms, events) reaches the program signed as Slack signs, with triggers of the emulator's own.
 */
export class EmulatedPerson implements ChatActor {
  readonly id: string;
  /** What they can read. */
  readonly reader: Reader;
  private readonly place: Place;
  private readonly member: Member;
  private readonly own: Where;
  private readonly done = new Map<string, Promise<Json>>();
  private trigger = '';

  private constructor(place: Place, member: Member, own: Where) {
    this.id = member.id;
    this.place = place;
    this.member = member;
    this.own = own;
    this.reader = new Reader(place.emulated, place.front, member, own.id);
  }

  static async called(place: Place, name: string): Promise<EmulatedPerson> {
    const member = await place.emulated.member(name);
    const opened = await place.emulated.call(member.token, 'conversations.open', { users: APP.botUserId });
    return new EmulatedPerson(place, member, { id: openedSchema.parse(opened).channel.id, name: 'directmessage' });
  }

  get direct() {
    return { platform: 'slack', kind: 'direct', id: `${this.who.teamId}/${this.id}` } as const;
  }

  // ── Commands ──────────────────────────────────────────────────────────────────────────────────────────────────

  run(command: string, options: Options, key?: string): Promise<void> {
    return this.act('command', key, () => this.command(this.channel, command, options));
  }

  /** In the person's own conversation with the bot. */
  runDirectly(command: string, options: Options): Promise<void> {
    return this.act('command', undefined, () => this.command(this.own, command, options));
  }

  /** With a response URL that takes nothing any more. */
  runPastItsUrl(command: string, options: Options): Promise<void> {
    return this.act('command', undefined, async () => ({
      ...(await this.command(this.channel, command, options)),
      response_url: this.place.front.responses.used(),
    }));
  }

  /** As it comes when Slack has been slow: its trigger opens nothing any more. */
  runPastItsTrigger(command: string, options: Options): Promise<void> {
    return this.act('command', undefined, async () => {
      const payload = await this.command(this.channel, command, options);
      await new Promise((resolve) => setTimeout(resolve, TRIGGER_LIFETIME_MS + 100));
      return payload;
    });
  }

  private async command(where: Where, command: string, options: Options): Promise<Json> {
    const answers = { ...(await this.triggered()), response_url: this.responseUrl(where.id, null) };
    return { ...slashCommand(this.who, where, command, options), ...answers };
  }

  // ── Messages, views and forms ─────────────────────────────────────────────────────────────────────────────────

  press({ id }: SeenMessage, label: string, key?: string): Promise<void> {
    return this.act('interaction', key, () =>
      this.use(id, (blocks) => ({ used: pick(buttonsOf(blocks), label), chosen: null })),
    );
  }

  choose({ id }: SeenMessage, select: string, option: string, key?: string): Promise<void> {
    return this.act('interaction', key, () =>
      this.use(id, (blocks) => {
        const used = pick(menusOf(blocks), select);
        return { used, chosen: optionOf(used.element, option) };
      }),
    );
  }

  private async use(id: string, find: (blocks: readonly MessageBlock[]) => Used): Promise<Json> {
    const tab = this.place.front.homes.get(this.id);
    if (tab?.id === id) {
      const { used, chosen } = find(checkedView(tab).blocks);
      return { ...blockActions(this.who, tab, used, chosen), ...(await this.triggered()) };
    }
    const shown = (await this.reader.screen()).find(({ ts }) => ts === id);
    if (shown === undefined) throw new Error(`${this.member.name} does not see ${id}`);
    const { used, chosen } = find(checkedBlocks(shown.blocks));
    const answers = { ...(await this.triggered()), response_url: this.responseUrl(shown.channelId, id) };
    return { ...blockActions(this.who, shown, used, chosen), ...answers };
  }

  async openForm(): Promise<readonly string[] | null> {
    const form = this.modal();
    if (form === null) return null;
    return checkedView(form).blocks.flatMap((block) => (block.type === 'input' ? [block.label.text] : []));
  }

  /** What stands in the open form's fields, as Slack would send it. */
  formValues(): Json {
    const form = this.modal();
    return form === null ? {} : stateValues(interactivesOf(checkedView(form).blocks), {});
  }

  submit(values: Options, key?: string): Promise<void> {
    const form = this.modal();
    if (form === null) throw new Error('no form is open');
    this.trigger = '';
    return this.act('interaction', key, async () => viewSubmission(this.who, form, values));
  }

  /** Chooses an entry in the menu of a message that this person has just written. */
  useShortcut(callbackId: string, text: string): Promise<void> {
    return this.act('interaction', undefined, async () => {
      const ts = await this.write(this.channel.id, text);
      const answers = { ...(await this.triggered()), response_url: this.responseUrl(this.channel.id, null) };
      return { ...messageAction(this.who, this.channel, callbackId, ts, text), ...answers };
    });
  }

  // ── Events ────────────────────────────────────────────────────────────────────────────────────────────────────

  /** Writes to the bot in the channel; gives the message's time, which names its thread. */
  async mention(words: string): Promise<string> {
    const channel = this.channel.id;
    const text = `<@${APP.botUserId}> ${words}`;
    const ts = await this.write(channel, text);
    await this.happens({ type: 'app_mention', user: this.id, text, ts, event_ts: ts, channel });
    return ts;
  }

  async directMessage(text: string): Promise<void> {
    const channel = this.own.id;
    const ts = await this.write(channel, text);
    await this.happens({ type: 'message', channel_type: 'im', user: this.id, text, ts, event_ts: ts, channel });
  }

  openHome(): Promise<void> {
    return this.happens({ type: 'app_home_opened', user: this.id, channel: this.own.id, tab: 'home' });
  }

  happens(event: Json, key?: string): Promise<void> {
    return this.act('event', key, async () => eventCallback(this.who, event));
  }

  // ── What they see ─────────────────────────────────────────────────────────────────────────────────────────────

  async sees(): Promise<readonly SeenMessage[]> {
    return (await this.reader.screen()).map(({ ts, text, blocks }) => seen(ts, text, checkedBlocks(blocks)));
  }

  home(): SeenMessage | null {
    const tab = this.place.front.homes.get(this.id);
    return tab === undefined ? null : seen(tab.id, '', checkedView(tab).blocks);
  }

  // ── Inside ────────────────────────────────────────────────────────────────────────────────────────────────────

  private get channel(): Where {
    return this.place.emulated.channel;
  }

  private get who(): Who {
    return { teamId: this.place.emulated.teamId, id: this.id, name: this.member.name };
  }

  private modal(): TakenView | null {
    return this.place.front.modals.get(this.trigger) ?? null;
  }

  private responseUrl(channelId: string, pressedTs: string | null): string {
    return this.place.front.responses.issue({ userId: this.id, channelId, pressedTs });
  }

  private async write(channel: string, text: string): Promise<string> {
    const posted = await this.place.emulated.call(this.member.token, 'chat.postMessage', { channel, text });
    return postedSchema.parse(posted).ts;
  }

  /** One of the emulator's own, which it takes once and for three seconds. */
  private async triggered(): Promise<{ readonly trigger_id: string }> {
    const args = { user_id: this.id };
    const issued = triggerSchema.parse(await this.place.emulated.call(APP.botToken, 'views.generateTriggerId', args));
    this.trigger = issued.trigger_id;
    return issued;
  }

  /** The same key brings the same request again, as Slack does when it doubts that the first arrived. */
  private async act(kind: Kind, key: string | undefined, prepare: () => Promise<Json>): Promise<void> {
    const payload = (key === undefined ? undefined : this.done.get(key)) ?? prepare();
    if (key !== undefined) this.done.set(key, payload);
    const status = await deliver(this.place.programUrl(), kind, await payload);
    if (status !== 200) throw new Error(`the program answered ${status}`);
  }
}
