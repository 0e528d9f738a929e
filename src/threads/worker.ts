import { workerData } from 'piscina';
import type { HandlerModule } from './handler.js';

const { module }: { readonly module: string } = workerData;
const { createHandler }: HandlerModule<unknown, unknown> = await import(module);
const handle = createHandler();

/** The job of a thread, as Piscina calls it. */
export function runJob(job: unknown): unknown {
  return handle(job);
}
