/** Why a part of a plan does not move: always exactly one of these (features O8, X12). */
export const waitingCauses = [
  'approval',
  'secondApproval',
  'correction',
  'startDate',
  'revision',
  'predecessors',
  'otherOrder',
  'orderToCome',
  'lag',
  'fallout',
  'pause',
  'claim',
  'start',
  'completion',
  'children',
  // Between two events of one action: the next of them moves it.
  'sameMoment',
] as const;
