/** Characters that the title of a book or presentation may have. */
export const longestTitle = 200;
