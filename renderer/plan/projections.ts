/** The three ways the plan is drawn, with one selection and one order of rows (ux.md C). */

export const projections = ['tree', 'graph', 'timeline'] as const;
export type Projection = (typeof projections)[number];
