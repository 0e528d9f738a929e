import { type ChatMemory, FIRST_WORDS } from '../../src/chat/chat-memory.js';

type Send = { readonly begunAt: number; readonly sentAt: number | null; readonly message: string | null };

/** An adapter's memory for tests, which can be taken away like a database and given back. */
export class MemoryChatMemory implements ChatMemory {
  private readonly events = new Map<string, number>();
  private readonly sends = new Map<string, Send>();
  /** While true every call rejects, as with a database that is gone. */
  away = false;

  private async reach(): Promise<void> {
    await Promise.resolve();
    if (this.away) throw new Error('the store does not answer');
  }

  async firstTime(event: string, at: number): Promise<boolean> {
    await this.reach();
    if (this.events.has(event)) return false;
    this.events.set(event, at);
    return true;
  }

  async beginSend(key: string, at: number): Promise<'new' | 'begun' | 'sent'> {
    await this.reach();
    const known = this.sends.get(key);
    if (known && known.sentAt !== null) return 'sent';
    this.sends.set(key, { begunAt: at, sentAt: null, message: null });
    return known ? 'begun' : 'new';
  }

  async endSend(key: string, at: number, message?: string): Promise<void> {
    await this.reach();
    const known = this.sends.get(key);
    if (known && known.sentAt !== null) return;
    this.sends.set(key, { begunAt: known?.begunAt ?? at, sentAt: at, message: message ?? null });
  }

  async sentAs(key: string): Promise<string | null> {
    await this.reach();
    return this.sends.get(key)?.message ?? null;
  }

  async forget(before: number): Promise<void> {
    await this.reach();
    for (const [event, at] of this.events) if (at < before) this.events.delete(event);
    for (const [key, { begunAt, sentAt }] of this.sends) {
      const isOld = Math.max(begunAt, sentAt ?? begunAt) < before;
      if (isOld && !key.startsWith(FIRST_WORDS)) this.sends.delete(key);
    }
  }
}
