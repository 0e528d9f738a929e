import { createInterface, type Interface } from 'node:readline';

export type Terminal = {
  /** The next line that is typed; lines typed ahead count. Silence, and the end of the input, are empty answers. */
  ask(question: string): Promise<string>;
  /** Lets the terminal go, so that the program can end. */
  close(): void;
};

/** The person in front of the program. Nothing is read before the first question. */
export function createTerminal(input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Terminal {
  const typed: string[] = [];
  let reader: Interface | null = null;
  let isOver = false;
  let answer: ((line: string) => void) | null = null;

  function onLine(line: string): void {
    if (answer === null) typed.push(line);
    else answer(line);
    answer = null;
  }

  function open(): Interface {
    const opened = createInterface({ input, output });
    opened.on('line', onLine);
    opened.once('close', () => {
      isOver = true;
      answer?.('');
    });
    return opened;
  }

  return {
    ask(question) {
      reader ??= open();
      if (!isOver) reader.setPrompt(question);
      const ahead = typed.shift();
      if (isOver) return Promise.resolve(ahead ?? '');
      reader.prompt();
      return ahead === undefined
        ? new Promise((resolve) => {
            answer = resolve;
          })
        : Promise.resolve(ahead);
    },
    close: () => reader?.close(),
  };
}
