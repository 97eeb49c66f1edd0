import type { GenerateRequestInput } from "@/lib/contracts/coloring";
import { useSubmission } from "./submission";

/** `POST /batch/generate`. */
export const useGenerateBatch = () => useSubmission<GenerateRequestInput>("/batch/generate");
