import { useMessages } from "@/app/_data/messages/use-messages";
import { TextField } from "../ui/text-field";

/** The address that someone signs in by; RFC 5321 bounds its length. */
export const EmailField = (props: { value: string; onChange(value: string): void }) => {
  const accountMessages = useMessages("account");
  return (
    <TextField label={accountMessages.email} type="email" autoComplete="username" required maxLength={254} {...props} />
  );
};
