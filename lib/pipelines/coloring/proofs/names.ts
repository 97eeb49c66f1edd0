/** Stages that a page's trace has a picture of, beside the file that came in and the page that came out. */
export const proofStages = ["decode", "normalize", "outline", "clean"] as const;
export type ProofStage = (typeof proofStages)[number];

/** Media type of a proof. It is an artifact of the trace: kept as long as its batch, never listed or zipped. */
export const proofType = "image/jpeg";

/** A name that both who keeps a proof and who looks for it know. */
export const proofName = (slug: string, stage: ProofStage): string => `proofs/${slug}/${stage}.jpg`;
