import type { GenerateRequestInput } from "@/lib/contracts/coloring";
import { createSubmission } from "./submission";

/** `POST /batch/generate`. */
export const generateBatch = createSubmission<GenerateRequestInput>("/batch/generate");
