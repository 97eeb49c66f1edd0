import type { DeckRequestInput } from "@/lib/contracts/deck";
import { createSubmission } from "./submission";

/** `POST /batch/jobs`. */
export const submitDeck = createSubmission<DeckRequestInput>("/batch/jobs");
