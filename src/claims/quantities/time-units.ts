/** Units in which a length of time is told. */
export const timeUnits: ReadonlySet<string> = new Set(['hour', 'day', 'week', 'month', 'year'])
