/** The longest label that every platform shows whole; Slack's 75 is the smallest limit. */
export const LONGEST_LABEL = 60;

/** Options of a select, and suggestions for a command's option, on every platform. */
export const MOST_OPTIONS = 25;
