import type { ProblemError } from "@/app/_data/problem";

/** Why something that was just asked for did not happen, in the server's own words. */
export function VerbError({ error }: { error: ProblemError | null }) {
  return error ? (
    <p role="alert" className="basis-full break-words text-failed text-sm">
      {error.message}
    </p>
  ) : null;
}
