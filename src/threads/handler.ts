/** Handles the jobs of a thread. It lives as long as the thread and may keep state between jobs. */
export type Handler<Job, Result> = (job: Job) => Result | Promise<Result>;

/** A module that runs in a thread; `createHandler` is called once in each. */
export type HandlerModule<Job, Result> = { readonly createHandler: () => Handler<Job, Result> };
