/** What can be listed. */
export const LISTS = ['experiments', 'runs', 'judges', 'datasets'] as const;
export type List = (typeof LISTS)[number];

/** How rows can be written. */
export const FORMATS = ['table', 'csv', 'json', 'parquet'] as const;
export type Format = (typeof FORMATS)[number];
