import { createStore } from '../../ui/store';

export const TOOLS = ['measure', 'rings', 'draw', 'filter', 'views', 'print'] as const;
export type Tool = (typeof TOOLS)[number];

/** The one tool whose card is open beside the map. */
export const openTool = createStore<Tool | null>(null);

export function toggleTool(tool: Tool): void {
  openTool.update((now) => (now === tool ? null : tool));
}
