import type { BookLanguage } from "@/lib/contracts/terms/coloring";

/** What stands in a book that nobody wrote. */
interface BookWords {
  /** Of a book without a title. */
  title: string;
  subtitle(pages: number): string;
  /** Of a page without a name, in the book's list of pages. */
  page(number: number): string;
}

export const bookWords: Record<BookLanguage, BookWords> = {
  en: {
    title: "My coloring book",
    subtitle: (pages) => `${pages} ${pages === 1 ? "page" : "pages"} to color`,
    page: (number) => `Page ${number}`,
  },
  de: {
    title: "Mein Malbuch",
    subtitle: (pages) => `${pages} ${pages === 1 ? "Seite" : "Seiten"} zum Ausmalen`,
    page: (number) => `Seite ${number}`,
  },
};
