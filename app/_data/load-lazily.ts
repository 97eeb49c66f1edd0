import { unreachable } from "./problem";

/** What a page fetches of itself when it needs it. @throws ProblemError when the server that has it cannot be reached. */
export async function loadLazily<Part>(load: () => Promise<Part>): Promise<Part> {
  try {
    return await load();
  } catch (failure) {
    if (failure instanceof Error && failure.name === "ChunkLoadError") throw unreachable();
    throw failure;
  }
}
