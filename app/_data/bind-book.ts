import type { BookRequest } from "@/lib/contracts/book";
import { asJson, request } from "./request";
import { useRunOn } from "./run-on";

/** `POST /batch/{id}/book`: the pages of a finished batch in one PDF, which it was not submitted with. */
export const bindBook = (id: string, book: BookRequest) =>
  request(`/batch/${encodeURIComponent(id)}/book`, (contracts) => contracts.statusAnswerSchema, asJson("POST", book));

export const useBindBook = (id: string) => useRunOn(id, (book: BookRequest) => bindBook(id, book));
