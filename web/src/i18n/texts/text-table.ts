/** English and Japanese of one text, side by side so that neither is an afterthought. `{{name}}` is replaced. */
export type TextPair = readonly [en: string, ja: string];
export type TextTable = Readonly<Record<string, TextPair>>;
