/** What a person sees while the program starts and runs. */
export type Screen = {
  /** Begins a line for work in progress; the next line ends it and adds how long the work took. */
  begin(line: string): void;
  /** Writes a line about something that has happened. */
  tell(line: string): void;
  /** Writes a line about something to act on. */
  warn(line: string): void;
  /** Ends an open line, so that others can write. */
  end(): void;
};

type ScreenOptions = {
  /** Writes to the terminal unchanged. */
  readonly write: (text: string) => void;
  readonly warn: (line: string) => void;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly took: (seconds: number) => string;
};

/** Shorter times are not shown. In milliseconds. */
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
