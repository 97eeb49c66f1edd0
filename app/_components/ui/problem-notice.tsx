import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { useMessages } from "@/app/_data/messages/use-messages";
import { type ProblemError, problemWords, saidOtherwise } from "@/app/_data/problem";
import { FaultDetails } from "./fault-details";

interface Props {
  title: string;
  problem: ProblemError;
  /** The way out: a button or a link. */
  children?: ReactNode;
}

/** What went wrong, with the number that whoever helps can look up in the log. */
export function ProblemNotice({ title, problem, children }: Props) {
  const messages = useMessages("app");
  const more = problem.fields.filter(({ message }) => !problem.message.includes(message));
  const words = problemWords(messages.problem, problem);
  // What the server says of single fields has no other words.
  const translated = saidOtherwise(problem, words) !== null;
  return (
    <div role="alert" className="flex gap-3 rounded-xl border border-failed bg-surface p-4">
      <CircleAlert aria-hidden className="mt-0.5 size-5 shrink-0 text-failed" />
      <div className="min-w-0 flex-1 space-y-1">
        <p className="font-semibold text-failed">{title}</p>
        <p className="break-words">{words}</p>
        {!translated && <Fields fields={more} />}
        {problem.requestId && (
          <p className="tabular break-all text-muted-foreground text-xs">
            {messages.problem.requestId(problem.requestId)}
          </p>
        )}
        <FaultDetails fault={problem}>{translated && <Fields fields={more} />}</FaultDetails>
        {children && <div className="flex flex-wrap gap-2 pt-2">{children}</div>}
      </div>
    </div>
  );
}

const Fields = ({ fields }: Pick<ProblemError, "fields">) =>
  fields.length > 0 && (
    <ul lang="en" className="list-disc space-y-0.5 pl-5 text-sm">
      {fields.map(({ path, message }) => (
        <li key={`${path} ${message}`}>
          <span className="tabular">{path}</span>: {message}
        </li>
      ))}
    </ul>
  );
