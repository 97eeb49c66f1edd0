import { accountMessages } from "@/app/_data/messages/account";
import { TextField } from "../ui/text-field";

/** The address that someone signs in by; RFC 5321 bounds its length. */
export const EmailField = (props: { value: string; onChange(value: string): void }) => (
  <TextField label={accountMessages.email} type="email" autoComplete="username" required maxLength={254} {...props} />
);
