import {
  FILE_KEPT_MS,
  type LoggedEntry,
  type RoomContent,
  type RoomEntry,
  type RoomFile,
  type RoomLog,
} from '../../src/chat/web/room-log.js';

type Row = { readonly room: string; readonly key: string; entry: LoggedEntry };

/** A room's memory for tests, which can be taken away like a database and given back. */
export class MemoryRoomLog implements RoomLog {
  private readonly rows: Row[] = [];
  private clock = 0;
  /** While true every call rejects, as with a database that is gone. */
  away = false;

  private visible(room: string, viewer: string): Row[] {
    return this.rows.filter((row) => row.room === room && (row.entry.onlyFor === null || row.entry.onlyFor === viewer));
  }

  private async reach(): Promise<void> {
    await Promise.resolve();
    if (this.away) throw new Error('the store does not answer');
  }

  async append(room: string, entry: RoomEntry, key: string): Promise<LoggedEntry> {
    await this.reach();
    const known = this.rows.find((row) => row.room === room && row.key === key);
    if (known) return known.entry;
    this.clock += 1;
    const logged = { ...entry, id: this.rows.length + 1, revision: this.clock };
    this.rows.push({ room, key, entry: logged });
    return logged;
  }

  async replace(room: string, id: number, viewer: string, content: RoomContent): Promise<LoggedEntry | null> {
    await this.reach();
    const row = this.visible(room, viewer).find(({ entry }) => entry.id === id);
    if (!row) return null;
    this.clock += 1;
    row.entry = { ...row.entry, content, revision: this.clock };
    return row.entry;
  }

  async get(room: string, id: number, viewer: string): Promise<LoggedEntry | null> {
    await this.reach();
    return this.visible(room, viewer).find(({ entry }) => entry.id === id)?.entry ?? null;
  }

  async since(room: string, viewer: string, revision: number, limit: number): Promise<readonly LoggedEntry[]> {
    await this.reach();
    return this.visible(room, viewer)
      .map(({ entry }) => entry)
      .filter((entry) => entry.revision > revision)
      .sort((a, b) => a.revision - b.revision)
      .slice(0, limit);
  }

  async before(room: string, viewer: string, id: number | null, limit: number): Promise<readonly LoggedEntry[]> {
    await this.reach();
    const earlier = this.visible(room, viewer)
      .map(({ entry }) => entry)
      .filter((entry) => id === null || entry.id < id);
    return limit > 0 ? earlier.slice(-limit) : [];
  }

  private readonly files = new Map<string, RoomFile>();

  async keepFile(room: string, id: string, file: RoomFile): Promise<void> {
    await this.reach();
    for (const [key, kept] of this.files) {
      if (key.startsWith(`${room}/`) && kept.at < file.at - FILE_KEPT_MS) this.files.delete(key);
    }
    if (!this.files.has(`${room}/${id}`)) this.files.set(`${room}/${id}`, file);
  }

  async file(room: string, id: string, viewer: string): Promise<RoomFile | null> {
    await this.reach();
    const file = this.files.get(`${room}/${id}`);
    return file === undefined || (file.onlyFor !== null && file.onlyFor !== viewer) ? null : file;
  }

  async revision(room: string): Promise<number> {
    await this.reach();
    return Math.max(0, ...this.rows.filter((row) => row.room === room).map(({ entry }) => entry.revision));
  }
}
