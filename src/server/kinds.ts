/** The kind of the code action that makes all safe fixes of a document at once. */
export const FIX_ALL = 'source.fixAll.parley';
