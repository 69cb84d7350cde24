// Stands in for the packages that turn syntax trees into Markdown: the plugins we parse with bring them along, and we
// write by text edits alone. Whoever called them would be told at once, for there is nothing to call.
export const defaultHandlers = undefined;
export const markdownTable = undefined;
