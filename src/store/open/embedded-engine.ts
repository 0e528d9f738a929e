import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import { isFatalDriverError } from './unavailable.js';

/**
 * PGlite that can be called again after it has failed. A Postgres that panics (a log that cannot be written causes
 * it) ends its process; PGlite's lives on in ours, and its next message, which PGlite itself sends while clearing up,
 * would keep the thread busy for ever. Here every message after the end gets the error that ended it.
 */
export class EmbeddedEngine extends PGlite {
  #ended: { readonly error: unknown } | null = null;

  /** Like `PGlite.create`, which would create a plain PGlite. */
  static async start(options: PGliteOptions): Promise<EmbeddedEngine> {
    const engine = new EmbeddedEngine(options);
    await engine.waitReady;
    return engine;
  }

  override execProtocolRawSync(message: Uint8Array): Uint8Array {
    if (this.#ended) throw this.#ended.error;
    return super.execProtocolRawSync(message);
  }

  override async execProtocolStream(
    ...parameters: Parameters<PGlite['execProtocolStream']>
  ): ReturnType<PGlite['execProtocolStream']> {
    try {
      return await super.execProtocolStream(...parameters);
    } catch (error) {
      if (isFatalDriverError(error)) this.#ended = { error };
      throw error;
    }
  }
}
