import { useMessages } from "@/app/_data/messages/use-messages";
import { type ProblemError, problemWords } from "@/app/_data/problem";

/** Why something that was just asked for did not happen. */
export function VerbError({ error }: { error: ProblemError | null }) {
  const messages = useMessages("app");
  return error ? (
    <p role="alert" className="basis-full break-words text-failed text-sm">
      {problemWords(messages.problem, error)}
    </p>
  ) : null;
}
