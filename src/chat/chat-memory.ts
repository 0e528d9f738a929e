/** How the key of first words begins: they are said once, however long ago that was. */
export const FIRST_WORDS = 'welcome:';

/** What adapters must remember across restarts and between replicas. Times are milliseconds since 1970. */
export interface ChatMemory {
  /** Whether this event is seen for the first time: of all callers, in every process, one gets `true`. */
  firstTime(event: string, at: number): Promise<boolean>;
  /**
   * What is known of a message about to be sent under this key; notes that a try begins. After `new` and `begun` the
   * caller sends: `begun` says that an earlier try may have arrived, so the platform is to tell the two apart.
   */
  beginSend(key: string, at: number): Promise<'new' | 'begun' | 'sent'>;
  /**
   * Notes that the message has arrived.
   *
   * @param message how the platform names it, where it can be changed later
   */
  endSend(key: string, at: number, message?: string): Promise<void>;
  /** How the platform names the message that arrived under this key; `null` where none did, or none can be changed. */
  sentAs(key: string): Promise<string | null>;
  /**
   * Forgets what was last touched before then: platforms repeat for minutes, daily messages for a day. First words
   * (`FIRST_WORDS`) are never forgotten.
   */
  forget(before: number): Promise<void>;
}
