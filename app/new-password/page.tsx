import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { NewPassword } from "@/app/_components/account/new-password";
import { Queries } from "@/app/_components/ui/queries";
import { Ahead } from "@/app/_data/messages/ahead";
import { messagesHere } from "@/app/_data/messages/here";
import { config } from "@/lib/config";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await messagesHere("account")).newPasswordTitle,
});

export default function NewPasswordPage() {
  if (config().auth === "local") notFound();
  return (
    <>
      <Ahead pieces={["aside"]} />
      <Queries>
        <NewPassword />
      </Queries>
    </>
  );
}
