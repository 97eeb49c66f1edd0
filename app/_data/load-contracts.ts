import { unreachable } from "./problem";

export type Contracts = typeof import("./contracts");

/** The contracts' schemas. @throws ProblemError when the server that has them cannot be reached. */
export async function loadContracts(): Promise<Contracts> {
  try {
    return await import("./contracts");
  } catch (failure) {
    if (failure instanceof Error && failure.name === "ChunkLoadError") throw unreachable();
    throw failure;
  }
}
