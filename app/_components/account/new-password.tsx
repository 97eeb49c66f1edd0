"use client";

import { useState } from "react";
import { useMessages } from "@/app/_data/messages/use-messages";
import { setPassword } from "@/app/_data/password";
import { ProblemError } from "@/app/_data/problem";
import { signIn } from "@/app/_data/session";
import { useDeed } from "@/app/_data/use-deed";
import { AccountForm } from "./account-form";
import { NewPasswordField } from "./new-password-field";

/** Sets the password of whom the link is for, whose secret stands after `#`, and signs in with it. */
export function NewPassword() {
  const t = useMessages("account");
  const [password, setGiven] = useState("");
  const { mutate, isPending, isSuccess, error } = useDeed({
    mutationFn: async () => {
      const token = location.hash.slice(1);
      if (token === "") throw new ProblemError(t.linkIncomplete, { status: 0, code: "link_incomplete" });
      const { email } = await setPassword({ token, password });
      await signIn({ email, password });
    },
    onSuccess: () => location.assign("/"),
  });
  return (
    <AccountForm
      title={t.newPasswordTitle}
      lead={t.newPasswordLead}
      action={t.setPassword}
      acting={t.settingPassword}
      busy={isPending || isSuccess}
      failure={t.couldNotSetPassword}
      error={error}
      onSubmit={mutate}
    >
      <NewPasswordField label={t.newPassword} value={password} onChange={setGiven} />
    </AccountForm>
  );
}
