/** How long something that a person did took, in milliseconds from when the platform sent it out. */
export type Trip = {
  /** By which the platform knows what was done. */
  readonly key: string;
  /** Until the platform had the acknowledgement. */
  readonly acknowledged: number;
  /** Until the platform had all of the request with the answer; what it then does with it is not counted. */
  readonly answered: number;
};

type Running = {
  sentAt: number;
  acknowledgedAt: number | null;
  answeredAt: number | null;
  settled: boolean;
  readonly done: (trip: Trip) => void;
  readonly failed: (error: Error) => void;
};

/** In milliseconds; a trip that takes longer has no answer. */
const PATIENCE_MS = 60_000;

/**
 * Takes the times of what people do, all in the process of the fake platform and by its clock. People have one thing
 * under way at a time; a platform tells its events apart by a key of its own.
 */
export class Stopwatch {
  private readonly byPerson = new Map<string, Running>();
  private readonly byKey = new Map<string, Running>();

  /** The next thing that the person does. Rejects when it is refused or gets no answer. */
  expect(person: string): Promise<Trip> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${person} got no answer`)), PATIENCE_MS);
      const stop = (): void => clearTimeout(timer);
      this.byPerson.set(person, {
        sentAt: 0,
        acknowledgedAt: null,
        answeredAt: null,
        settled: false,
        done: (trip) => {
          stop();
          resolve(trip);
        },
        failed: (error) => {
          stop();
          reject(error);
        },
      });
    });
  }

  sent(person: string, key: string): void {
    const running = this.byPerson.get(person);
    if (running === undefined) return;
    this.byPerson.delete(person);
    this.byKey.set(key, running);
    running.sentAt = performance.now();
  }

  acknowledged(key: string): void {
    const running = this.byKey.get(key);
    if (running === undefined) return;
    running.acknowledgedAt ??= performance.now();
    this.finish(key, running);
  }

  /** The first request with an answer counts; others are its further pages. */
  answered(key: string): void {
    const running = this.byKey.get(key);
    if (running !== undefined) running.answeredAt ??= performance.now();
  }

  /** The platform has taken the answer in. */
  settled(key: string): void {
    const running = this.byKey.get(key);
    if (running === undefined) return;
    running.settled = true;
    this.finish(key, running);
  }

  refused(key: string, what: string): void {
    this.byKey.get(key)?.failed(new Error(what));
    this.byKey.delete(key);
  }

  private finish(key: string, { sentAt, acknowledgedAt, answeredAt, settled, done }: Running): void {
    if (acknowledgedAt === null || answeredAt === null || !settled) return;
    this.byKey.delete(key);
    done({ key, acknowledged: acknowledgedAt - sentAt, answered: answeredAt - sentAt });
  }
}
