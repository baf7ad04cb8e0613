/** Hands a batch, of which the orders that failed are to be selected again, over to the approvals, which may not be on the screen yet. */
let waiting: string | null = null;

export function selectLater(jobId: string): void {
  waiting = jobId;
}

/** Good for one opening; null when nothing was handed over. */
export function takeSelectLater(): string | null {
  const jobId = waiting;
  waiting = null;
  return jobId;
}
