import type { FormEvent, ReactNode } from "react";
import { ProblemError } from "@/app/_data/problem";
import { Button } from "../ui/button";
import { ProblemNotice } from "../ui/problem-notice";

interface Props {
  title: string;
  lead: string;
  action: string;
  /** What stands on the button while it is under way. */
  acting: string;
  busy: boolean;
  failure: string;
  error: Error | null;
  onSubmit(): void;
  children: ReactNode;
}

/** A page that is one small form. */
export function AccountForm(props: Props) {
  const { title, lead, action, acting, busy, failure, error, onSubmit, children } = props;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!busy) onSubmit();
  };
  return (
    <form
      onSubmit={submit}
      className="mx-auto max-w-md space-y-6 rounded-2xl border border-hairline bg-surface p-6 sm:mt-10 sm:p-8"
    >
      <div className="space-y-1">
        <h1 className="text-2xl">{title}</h1>
        <p className="text-muted-foreground">{lead}</p>
      </div>
      {error instanceof ProblemError && <ProblemNotice title={failure} problem={error} />}
      {children}
      <Button type="submit" variant="primary" size="large" aria-disabled={busy} className="w-full">
        {busy ? acting : action}
      </Button>
    </form>
  );
}
