"use client";

import { useState } from "react";
import { useMessages } from "@/app/_data/messages/use-messages";
import { signIn } from "@/app/_data/session";
import { useDeed } from "@/app/_data/use-deed";
import { passwordLength } from "@/lib/contracts/terms/accounts";
import { TextField } from "../ui/text-field";
import { AccountForm } from "./account-form";
import { EmailField } from "./email-field";

/** @param next path of this server that is opened afterwards. */
export function SignIn({ next }: { next: string }) {
  const t = useMessages("account");
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  // The whole page anew: what stands in the header and in every query was another visitor's.
  const { mutate, isPending, isSuccess, error } = useDeed({
    mutationFn: () => signIn({ email, password }),
    onSuccess: () => location.assign(next),
  });
  return (
    <AccountForm
      title={t.signInTitle}
      lead={t.signInLead}
      action={t.signIn}
      acting={t.signingIn}
      busy={isPending || isSuccess}
      failure={t.couldNotSignIn}
      error={error}
      onSubmit={mutate}
    >
      <EmailField value={email} onChange={setEmail} />
      <TextField
        label={t.password}
        type="password"
        autoComplete="current-password"
        required
        value={password}
        maxLength={passwordLength.most}
        onChange={setPassword}
      />
    </AccountForm>
  );
}
