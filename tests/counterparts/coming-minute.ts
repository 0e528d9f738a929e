const MINUTE_MS = 60_000;

/** The next minute by UTC: whoever sets their message for a time that has passed gets none before tomorrow. */
export function comingMinute(): { readonly time: string; readonly begun: () => Promise<void> } {
  const at = (Math.floor(Date.now() / MINUTE_MS) + 1) * MINUTE_MS;
  const begun = () => new Promise<void>((resolve) => setTimeout(resolve, Math.max(0, at - Date.now())));
  return { time: new Date(at).toISOString().slice(11, 16), begun };
}
