import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Join } from "@/app/_components/account/join";
import { Queries } from "@/app/_components/ui/queries";
import { Ahead } from "@/app/_data/messages/ahead";
import { messagesHere } from "@/app/_data/messages/here";
import { config } from "@/lib/config";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await messagesHere("account")).joinTitle });

export default function JoinPage() {
  if (config().auth === "local") notFound();
  return (
    <>
      <Ahead pieces={["aside"]} />
      <Queries>
        <Join />
      </Queries>
    </>
  );
}
