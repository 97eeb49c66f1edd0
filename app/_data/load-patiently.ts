import { loadLazily } from "./load-lazily";
import { ProblemError } from "./problem";

const againMs = 2_000;

/** As {@link loadLazily}, but while the server cannot be reached it is asked again: the page goes on without the part. */
export async function loadPatiently<Part>(load: () => Promise<Part>): Promise<Part> {
  for (;;) {
    try {
      return await loadLazily(load);
    } catch (failure) {
      if (!(failure instanceof ProblemError)) throw failure;
      await new Promise((resolve) => setTimeout(resolve, againMs));
    }
  }
}
