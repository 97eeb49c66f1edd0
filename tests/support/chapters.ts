/** The chapters of a book as its outline names them, in order: pages of pictures submitted by `submitPictures`. */
export const chapters = (pdf: Buffer): string[] =>
  [...pdf.toString("latin1").matchAll(/\/Title \((color [a-z]+\.jpg)\)/g)].map(([, title]) => title);
