/** What a person sees of a program that starts. */
export type Screen = {
  /** Something that has begun: its line stays open until the next one, and says at its end how long it took. */
  begin(line: string): void;
  /** Something that has happened. */
  tell(line: string): void;
  /** Something to act on. */
  warn(line: string): void;
  /** Ends the line that is open, so that others may write. */
  end(): void;
};

export type ScreenOptions = {
  /** Writes to the terminal as it is. */
  readonly write: (text: string) => void;
  readonly warn: (line: string) => void;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly took: (seconds: number) => string;
};

/** What takes no longer is not worth a number. In milliseconds. */
const WORTH_TELLING_MS = 1_000;

export function createScreen({ write, warn, now, took }: ScreenOptions): Screen {
  let began: number | null = null;

  function end(): void {
    if (began === null) return;
    const elapsed = now() - began;
    began = null;
    write(elapsed >= WORTH_TELLING_MS ? ` ${took(Math.round(elapsed / 1000))}\n` : '\n');
  }

  return {
    begin(line) {
      end();
      write(line);
      began = now();
    },
    tell(line) {
      end();
      write(`${line}\n`);
    },
    warn(line) {
      end();
      warn(line);
    },
    end,
  };
}
