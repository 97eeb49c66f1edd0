import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { useMessages } from "@/app/_data/messages/use-messages";
import { type ProblemError, problemWords } from "@/app/_data/problem";

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
  return (
    <div role="alert" className="flex gap-3 rounded-xl border border-failed bg-surface p-4">
      <CircleAlert aria-hidden className="mt-0.5 size-5 shrink-0 text-failed" />
      <div className="min-w-0 flex-1 space-y-1">
        <p className="font-semibold text-failed">{title}</p>
        <p className="break-words">{problemWords(messages.problem, problem)}</p>
        {more.length > 0 && (
          <ul className="list-disc space-y-0.5 pl-5 text-sm">
            {more.map(({ path, message }) => (
              <li key={`${path} ${message}`}>
                <span className="tabular">{path}</span>: {message}
              </li>
            ))}
          </ul>
        )}
        {problem.requestId && (
          <p className="tabular break-all text-muted-foreground text-xs">
            {messages.problem.requestId(problem.requestId)}
          </p>
        )}
        {children && <div className="flex flex-wrap gap-2 pt-2">{children}</div>}
      </div>
    </div>
  );
}
