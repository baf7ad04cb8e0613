/** Words of the list of recent batches: what was done to many at once, by whom, and what came of it. */

export const batches = {
  title: 'Batches',
  'whose.label': 'Whose batches',
  'whose.own': 'Mine',
  'whose.all': 'Everybody’s',
  none: 'Nothing was done to many at once yet',
  noneText: 'Mark several orders under Approvals, or several steps of a plan: what comes of it stands here.',
  noneAct: 'Go to Approvals',
  pick: 'Choose a batch',
  pickText: 'What came of each of its orders or steps appears here.',
  open: 'Open the results: {title}',
  'state.running': 'Under way',
  'state.completed': 'Finished',
  'state.canceled': 'Stopped',
  'state.failed': 'Broken off',
  by: 'by {name}',
  orderPlan: 'Plan of {number}',
  'sum.running': '{done, number} of {total, number} done',
  'sum.ended': '{succeeded, number} done, {failed, number} not{skipped, plural, =0 {} other {, # skipped}}',
  'sum.left': '{left, number} not reached',
  running:
    '{kind, select, approve {Approving {done, number} of {total, number}} undoSteps {Taking back {done, number} of {total, number}} steps {Steps: {done, number} of {total, number}} other {Batches: {done, number} of {total, number}}}',
  'running.show': 'Show how far it is, and the results so far',
  fromImport: 'What was done to many orders or steps at once stands under Batches.',
} as const;
