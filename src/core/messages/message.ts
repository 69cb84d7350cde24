/** What a sentence needs to know: words and numbers by name. */
export type MessageArgs = Readonly<Record<string, string | number>>;

/**
 * A sentence with `{name}` where an argument goes. Where an argument decides the wording, `by` names it and the
 * wordings stand under its values: a word of ours, a number as such (`0`), or what the language's plural rules call
 * it (`one`, `other`). `other` stands for every value that has no wording of its own.
 */
export type Message = string | { readonly by: string; readonly [word: string]: Message };

/** All sentences of one language, by code. A code is a check's id, `check/part`, or `fix/name`. */
export type Messages = Readonly<Record<string, Message>>;
