import { type FormEvent, useState } from "react";
import { useMessages } from "@/app/_data/messages/use-messages";
import { useChangePassword } from "@/app/_data/password";
import type { Member } from "@/lib/contracts/accounts";
import { passwordLength } from "@/lib/contracts/terms/accounts";
import { Button } from "../ui/button";
import { TextField } from "../ui/text-field";
import { VerbError } from "../ui/verb-error";
import { NewPasswordField } from "./new-password-field";
import { Section } from "./section";

export function ChangePassword({ me }: { me: Member }) {
  const t = useMessages("account");
  const [current, setCurrent] = useState("");
  const [password, setPassword] = useState("");
  const { mutate, isPending, isSuccess, error } = useChangePassword();
  const change = (event: FormEvent) => {
    event.preventDefault();
    if (isPending) return;
    const clear = () => {
      setCurrent("");
      setPassword("");
    };
    mutate({ current_password: current, password }, { onSuccess: clear });
  };
  return (
    <Section title={t.changePassword} lead={t.changePasswordLead}>
      <form onSubmit={change} className="flex flex-col items-start gap-4">
        {/* Password managers keep what is changed under this name. */}
        <input type="text" autoComplete="username" value={me.email} readOnly hidden />
        <div className="grid w-full gap-4 sm:grid-cols-2">
          <TextField
            label={t.currentPassword}
            type="password"
            autoComplete="current-password"
            required
            value={current}
            maxLength={passwordLength.most}
            onChange={setCurrent}
          />
          <NewPasswordField label={t.newPassword} value={password} onChange={setPassword} />
        </div>
        <Button type="submit" aria-disabled={isPending}>
          {isPending ? t.changingPassword : t.changePasswordAction}
        </Button>
        <VerbError error={error} />
        <output className="block empty:hidden">{isSuccess && t.passwordChanged}</output>
      </form>
    </Section>
  );
}
