import type { DeckRequestInput } from "@/lib/contracts/deck";
import { useSubmission } from "./submission";

/** `POST /batch/jobs`. */
export const useSubmitDeck = () => useSubmission<DeckRequestInput>("/batch/jobs");
