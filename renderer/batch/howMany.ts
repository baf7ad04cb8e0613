/** From how many items on a batch asks more of the person who starts it (ux.md G6). */

/** A count has to be typed: one key must not decide so much. */
export const TYPE_FROM = 500;
/** The safe button has the focus. */
export const SAFE_FROM = 26;
