export { chainTitles, type ChainTitles, type StageTitle } from './drop-offs/chain-titles';
export { renderDropOffs, type DropOffsToRender } from './drop-offs/render-drop-offs';
export type { RenderedRow } from './drop-offs/rendered-row';
export { createProgress } from './progress/create-progress';
export type { Progress, ProgressOptions } from './progress/progress';
export type { OutputStream } from './progress/output-stream';
export { renderTable, type Column, type Line, type TableOptions } from './table/render-table';
export { printable } from './table/printable';
export { formatCount, formatPercent, type Language } from './numbers';
