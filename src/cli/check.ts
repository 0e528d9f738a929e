/** The result of one check. `mend` says what to do where it is not ok. */
export type Check = { readonly name: string; readonly ok: boolean; readonly detail: string; readonly mend?: string };
