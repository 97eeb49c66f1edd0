/** Where the focus goes when the row before it is gone, and where one is brought to a row. */
export const removeButtonId = (id: string) => `${id}-remove`;
