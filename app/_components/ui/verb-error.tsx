import { useMessages } from "@/app/_data/messages/use-messages";
import { type ProblemError, problemWords } from "@/app/_data/problem";
import { FaultDetails } from "./fault-details";

/** Why something that was just asked for did not happen. */
export function VerbError({ error }: { error: ProblemError | null }) {
  const messages = useMessages("app");
  return error ? (
    <div className="basis-full text-sm">
      <p role="alert" className="break-words text-failed">
        {problemWords(messages.problem, error)}
      </p>
      <FaultDetails fault={error} />
    </div>
  ) : null;
}
