import './style/index.css';

export { cssVariablesResolver, theme } from './theme.ts';
export { csvOf, FEW, ForestPlot, decimal, interval, percent, points, saveFile } from './plots/index.ts';
export type { Forest, ForestRow } from './plots/index.ts';
