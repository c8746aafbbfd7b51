export { csvOf } from './csv.ts';
export { FEW } from './forest.ts';
export type { ForestRow } from './forest.ts';
export type { Forest } from './forest-drawing.ts';
export { ForestPlot } from './forest-plot.tsx';
export { decimal, interval, inPercent, points } from './numbers.ts';
export { saveFile } from './save-file.ts';
export { useWidth } from './use-width.ts';
