/** The job that fills an empty workspace with the demo operator. */
import type { JobWork } from '../intake/jobs.ts';

export const demoWork = (_parts: object): JobWork => ({
  begin: () => ({ problem: { code: 'unknownKind', facts: {} } }),
});
