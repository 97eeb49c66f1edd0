import { useMessages } from "@/app/_data/messages/use-messages";
import { passwordLength } from "@/lib/contracts/terms/accounts";
import { TextField } from "../ui/text-field";

/** A password that someone thinks of, or that their password manager does. */
export function NewPasswordField(props: { label: string; value: string; onChange(value: string): void }) {
  const accountMessages = useMessages("account");
  return (
    <TextField
      type="password"
      autoComplete="new-password"
      required
      minLength={passwordLength.least}
      maxLength={passwordLength.most}
      hint={accountMessages.passwordHint(passwordLength.least)}
      {...props}
    />
  );
}
