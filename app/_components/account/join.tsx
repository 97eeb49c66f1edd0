"use client";

import { useState } from "react";
import { join } from "@/app/_data/members";
import { useMessages } from "@/app/_data/messages/use-messages";
import { ProblemError } from "@/app/_data/problem";
import { signIn } from "@/app/_data/session";
import { useDeed } from "@/app/_data/use-deed";
import { TextField } from "../ui/text-field";
import { AccountForm } from "./account-form";
import { EmailField } from "./email-field";
import { NewPasswordField } from "./new-password-field";

/** Makes an account by the link whose secret stands after `#`, and signs in with it. */
export function Join() {
  const t = useMessages("account");
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const { mutate, isPending, isSuccess, error } = useDeed({
    mutationFn: async () => {
      const token = location.hash.slice(1);
      if (token === "") throw new ProblemError(t.linkIncomplete, { status: 0, code: "link_incomplete" });
      await join({ token, name, email, password });
      await signIn({ email, password });
    },
    onSuccess: () => location.assign("/"),
  });
  return (
    <AccountForm
      title={t.joinTitle}
      lead={t.joinLead}
      action={t.join}
      acting={t.joining}
      busy={isPending || isSuccess}
      failure={t.couldNotJoin}
      error={error}
      onSubmit={mutate}
    >
      <TextField label={t.name} autoComplete="name" required value={name} maxLength={100} onChange={setName} />
      <EmailField value={email} onChange={setEmail} />
      <NewPasswordField label={t.password} value={password} onChange={setPassword} />
    </AccountForm>
  );
}
